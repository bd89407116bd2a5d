"""The whole life of a user through boto3, or through the botocore below it where boto3 is not installed."""

import json
import os
import time
import unittest
import urllib.parse
import urllib.request

try:
    import boto3

    create_client = boto3.client
except ImportError:
    import botocore.session

    create_client = botocore.session.get_session().create_client

URL = os.environ["COGNATE_URL"]
PASSWORD = "Corr3ct-Horse!"
PATIENCE_SECONDS = 60

cognito = create_client(
    "cognito-idp",
    endpoint_url=URL,
    region_name="us-east-1",
    aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
    aws_secret_access_key="secret",
)


class Inbox:
    """The messages of the server's inbox, each read once. They are delivered in the background: reading waits."""

    def __init__(self):
        self._read = set()

    def code(self, pool, username):
        query = urllib.parse.urlencode({"userPoolId": pool, "username": username})
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with urllib.request.urlopen(f"{URL}/_cognate/messages?{query}") as answer:
                messages = json.load(answer)
            if messages and messages[0]["id"] not in self._read:
                self._read.add(messages[0]["id"])
                return messages[0]["code"]
        raise AssertionError(f"No new message to {username} arrived")


def by_name(attributes):
    return {attribute["Name"]: attribute["Value"] for attribute in attributes}


class UsersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pool = cognito.create_user_pool(PoolName="python", AutoVerifiedAttributes=["email"])
        cls.pool = pool["UserPool"]["Id"]
        client = cognito.create_user_pool_client(UserPoolId=cls.pool, ClientName="c")
        cls.client = client["UserPoolClient"]["ClientId"]
        cls.inbox = Inbox()

    def refuses(self, fault, message, call, **members):
        """The call raises the client's own exception class of a fault, with the service's text."""
        with self.assertRaises(getattr(cognito.exceptions, fault)) as raised:
            call(**members)
        self.assertEqual(
            str(raised.exception),
            f"An error occurred ({fault}) when calling the {raised.exception.operation_name} operation: {message}",
        )
        answer = raised.exception.response
        self.assertEqual(answer["Error"], {"Code": fault, "Message": message})
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 400)
        self.assertTrue(answer["ResponseMetadata"]["RequestId"])

    def self_service(self, username):
        return {"ClientId": self.client, "Username": username}

    def user(self, username):
        return cognito.admin_get_user(UserPoolId=self.pool, Username=username)

    def sign_up(self, username):
        return cognito.sign_up(
            **self.self_service(username),
            Password=PASSWORD,
            UserAttributes=[{"Name": "email", "Value": f"{username}@example.com"}],
        )

    def test_a_user_signs_up_loses_the_code_asks_again_and_confirms(self):
        mary = self.self_service("mary")
        delivered = {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "m***@e***"}
        signed_up = self.sign_up("mary")
        self.assertFalse(signed_up["UserConfirmed"])
        self.assertEqual(signed_up["CodeDeliveryDetails"], delivered)
        self.inbox.code(self.pool, "mary")

        self.assertEqual(cognito.resend_confirmation_code(**mary)["CodeDeliveryDetails"], delivered)
        self.refuses(
            "CodeMismatchException",
            "Invalid verification code provided, please try again.",
            cognito.confirm_sign_up,
            **mary,
            ConfirmationCode="wrong",
        )
        cognito.confirm_sign_up(**mary, ConfirmationCode=self.inbox.code(self.pool, "mary"))

        confirmed = self.user("mary")
        self.assertEqual(confirmed["UserStatus"], "CONFIRMED")
        self.assertEqual(
            by_name(confirmed["UserAttributes"]),
            {"sub": signed_up["UserSub"], "email": "mary@example.com", "email_verified": "true"},
        )
        self.assertLessEqual(confirmed["UserCreateDate"], confirmed["UserLastModifiedDate"])
        self.refuses(
            "NotAuthorizedException",
            "User cannot be confirmed. Current status is CONFIRMED",
            cognito.confirm_sign_up,
            **mary,
            ConfirmationCode="123456",
        )
        self.refuses(
            "InvalidParameterException", "User is already confirmed.", cognito.resend_confirmation_code, **mary
        )

    def test_a_forgotten_password_is_replaced(self):
        self.sign_up("frank")
        frank = self.self_service("frank")
        cognito.confirm_sign_up(**frank, ConfirmationCode=self.inbox.code(self.pool, "frank"))

        self.assertEqual(cognito.forgot_password(**frank)["CodeDeliveryDetails"]["Destination"], "f***@e***")
        code = self.inbox.code(self.pool, "frank")
        self.refuses(
            "InvalidPasswordException",
            "Password does not conform to policy: Password must have lowercase characters",
            cognito.confirm_forgot_password,
            **frank,
            ConfirmationCode=code,
            Password="NOLOWER1!",
        )
        cognito.confirm_forgot_password(**frank, ConfirmationCode=code, Password="N3w-Passw0rd!")
        self.refuses(
            "ExpiredCodeException",
            "Invalid code provided, please request a code again.",
            cognito.confirm_forgot_password,
            **frank,
            ConfirmationCode=code,
            Password="N3w-Passw0rd!",
        )

    def test_an_administrator_creates_changes_disables_lists_and_deletes(self):
        for username in ("ada", "adb", "adc"):
            created = cognito.admin_create_user(
                UserPoolId=self.pool,
                Username=username,
                MessageAction="SUPPRESS",
                UserAttributes=[{"Name": "email", "Value": f"{username}@example.com"}],
            )
            self.assertEqual(created["User"]["UserStatus"], "FORCE_CHANGE_PASSWORD")
        ada = {"UserPoolId": self.pool, "Username": "ada"}
        cognito.admin_update_user_attributes(**ada, UserAttributes=[{"Name": "nickname", "Value": "Ännchen ✓"}])
        self.assertEqual(by_name(self.user("ada")["UserAttributes"])["nickname"], "Ännchen ✓")
        cognito.admin_delete_user_attributes(**ada, UserAttributeNames=["nickname"])
        self.assertNotIn("nickname", by_name(self.user("ada")["UserAttributes"]))
        cognito.admin_set_user_password(**ada, Password=PASSWORD, Permanent=True)
        cognito.admin_disable_user(**ada)
        disabled = self.user("ada")
        self.assertEqual((disabled["UserStatus"], disabled["Enabled"]), ("CONFIRMED", False))
        cognito.admin_enable_user(**ada)
        self.assertTrue(self.user("ada")["Enabled"])

        pages = cognito.get_paginator("list_users").paginate(
            UserPoolId=self.pool, Filter='username ^= "ad"', PaginationConfig={"PageSize": 2}
        )
        self.assertEqual(
            [[user["Username"] for user in page["Users"]] for page in pages], [["ada", "adb"], ["adc"]]
        )
        self.refuses(
            "InvalidParameterException",
            "Error while parsing filter.",
            cognito.list_users,
            UserPoolId=self.pool,
            Filter="username = 'ada'",
        )

        deleted = cognito.admin_delete_user(**ada)
        self.assertEqual(deleted["ResponseMetadata"]["HTTPStatusCode"], 200)
        self.refuses("UserNotFoundException", "User does not exist.", cognito.admin_delete_user, **ada)

    def test_an_address_of_an_invited_user_waits_for_its_code(self):
        pool = cognito.create_user_pool(
            PoolName="waiting",
            AutoVerifiedAttributes=["email"],
            UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": ["email"]},
        )["UserPool"]["Id"]
        ann = {"UserPoolId": pool, "Username": "ann"}
        verified = {"Name": "email_verified", "Value": "true"}
        cognito.admin_create_user(
            **ann,
            DesiredDeliveryMediums=["EMAIL"],
            UserAttributes=[{"Name": "email", "Value": "old@example.com"}, verified],
        )
        self.assertRegex(self.inbox.code(pool, "ann"), r"^\S{8,}$")
        invited = by_name(cognito.admin_get_user(**ann)["UserAttributes"])

        cognito.admin_update_user_attributes(**ann, UserAttributes=[{"Name": "email", "Value": "new@example.com"}])
        self.assertRegex(self.inbox.code(pool, "ann"), r"^\d{6}$")
        self.assertEqual(by_name(cognito.admin_get_user(**ann)["UserAttributes"]), invited)
        cognito.admin_update_user_attributes(
            **ann, UserAttributes=[{"Name": "email", "Value": "new@example.com"}, verified]
        )
        self.assertEqual(
            by_name(cognito.admin_get_user(**ann)["UserAttributes"]), {**invited, "email": "new@example.com"}
        )

    def test_groups_are_made_joined_listed_and_deleted(self):
        pool = cognito.create_user_pool(PoolName="groups")["UserPool"]["Id"]
        role = "arn:aws:iam::123456789012:role/readers"
        for precedence, name in enumerate(("readers", "writers", "admins")):
            made = cognito.create_group(UserPoolId=pool, GroupName=name, Precedence=precedence, RoleArn=role)["Group"]
            self.assertEqual(made["CreationDate"], made["LastModifiedDate"])
        readers = {"UserPoolId": pool, "GroupName": "readers"}
        changed = cognito.update_group(**readers, Description="Those who read")["Group"]
        self.assertEqual(changed["RoleArn"], role)
        self.assertEqual(cognito.get_group(**readers)["Group"], changed)
        cognito.admin_create_user(UserPoolId=pool, Username="ada", MessageAction="SUPPRESS")
        for name in ("writers", "readers"):
            cognito.admin_add_user_to_group(UserPoolId=pool, GroupName=name, Username="ada")

        pages = cognito.get_paginator("list_groups").paginate(UserPoolId=pool, PaginationConfig={"PageSize": 2})
        self.assertEqual([len(page["Groups"]) for page in pages], [2, 1])
        joined = cognito.get_paginator("admin_list_groups_for_user").paginate(UserPoolId=pool, Username="ada")
        self.assertEqual(
            [group["GroupName"] for page in joined for group in page["Groups"]], ["readers", "writers"]
        )
        cognito.admin_remove_user_from_group(**readers, Username="ada")
        members = cognito.get_paginator("list_users_in_group")
        self.assertEqual([page["Users"] for page in members.paginate(**readers)], [[]])
        writers = members.paginate(UserPoolId=pool, GroupName="writers")
        self.assertEqual([user["Username"] for page in writers for user in page["Users"]], ["ada"])
        cognito.delete_group(**readers)
        self.refuses("ResourceNotFoundException", "Group not found.", cognito.get_group, **readers)
        self.refuses(
            "GroupExistsException",
            "A group with the name already exists.",
            cognito.create_group,
            UserPoolId=pool,
            GroupName="writers",
        )

    def test_users_are_imported_and_choose_a_password(self):
        header = cognito.get_csv_header(UserPoolId=self.pool)["CSVHeader"]
        rows = [
            {"cognito:username": "ian", "email": "ian@example.com", "email_verified": "true", "name": "Smith\\, Ian"},
            {"cognito:username": "ina", "email": "ina@example.com", "email_verified": "false"},
        ]
        lines = [",".join(header)]
        lines += [",".join({"cognito:mfa_enabled": "false", **row}.get(name, "") for name in header) for row in rows]
        created = cognito.create_user_import_job(
            UserPoolId=self.pool, JobName="people", CloudWatchLogsRoleArn="arn:aws:iam::123456789012:role/import"
        )["UserImportJob"]
        job = {"UserPoolId": self.pool, "JobId": created["JobId"]}
        self.assertEqual((created["Status"], created["ImportedUsers"]), ("Created", 0))
        self.refuses(
            "PreconditionNotMetException",
            "The CSV file of the import job has not been uploaded.",
            cognito.start_user_import_job,
            **job,
        )

        upload = urllib.request.Request(
            created["PreSignedUrl"],
            data="\n".join(lines).encode(),
            headers={"x-amz-server-side-encryption": "aws:kms"},
            method="PUT",
        )
        with urllib.request.urlopen(upload) as answer:
            self.assertEqual(answer.status, 200)
        self.assertEqual(cognito.start_user_import_job(**job)["UserImportJob"]["Status"], "Pending")
        end = time.monotonic() + PATIENCE_SECONDS
        ended = created
        while "CompletionDate" not in ended and time.monotonic() < end:
            ended = cognito.describe_user_import_job(**job)["UserImportJob"]

        self.assertEqual(ended["Status"], "Succeeded")
        self.assertEqual(ended["CompletionMessage"], "Import Job Completed Successfully.")
        self.assertEqual([ended[f"{kind}Users"] for kind in ("Imported", "Skipped", "Failed")], [1, 0, 1])
        listed = cognito.list_user_import_jobs(UserPoolId=self.pool, MaxResults=10)["UserImportJobs"]
        self.assertEqual([one["JobId"] for one in listed], [created["JobId"]])
        self.assertEqual(self.user("ian")["UserStatus"], "RESET_REQUIRED")
        self.assertEqual(by_name(self.user("ian")["UserAttributes"])["name"], "Smith, Ian")
        cognito.forgot_password(**self.self_service("ian"))
        cognito.confirm_forgot_password(
            **self.self_service("ian"), ConfirmationCode=self.inbox.code(self.pool, "ian"), Password=PASSWORD
        )
        self.assertEqual(self.user("ian")["UserStatus"], "CONFIRMED")

    def test_what_is_no_access_token_is_refused_everywhere(self):
        for call, members in (
            (cognito.get_user, {}),
            (cognito.update_user_attributes, {"UserAttributes": [{"Name": "nickname", "Value": "x"}]}),
            (cognito.get_user_attribute_verification_code, {"AttributeName": "email"}),
            (cognito.verify_user_attribute, {"AttributeName": "email", "Code": "123456"}),
            (cognito.delete_user, {}),
        ):
            with self.subTest(call.__name__):
                self.refuses("NotAuthorizedException", "Invalid Access Token", call, AccessToken="no.to.ken", **members)

    def test_what_is_refused_arrives_as_the_class_of_its_fault(self):
        self.sign_up("peter")
        peter = self.self_service("peter")
        self.refuses("UsernameExistsException", "User already exists", cognito.sign_up, **peter, Password=PASSWORD)
        self.refuses(
            "UserNotFoundException",
            "Username/client id combination not found.",
            cognito.forgot_password,
            **self.self_service("nobody"),
        )
        self.refuses(
            "ResourceNotFoundException",
            "User pool client nosuchclient does not exist.",
            cognito.resend_confirmation_code,
            ClientId="nosuchclient",
            Username="peter",
        )
        self.refuses(
            "ResourceNotFoundException",
            "User pool us-east-1_Nowhere01 does not exist.",
            cognito.list_users,
            UserPoolId="us-east-1_Nowhere01",
        )
        for _ in range(5):
            cognito.resend_confirmation_code(**peter)
        self.refuses(
            "LimitExceededException",
            "Attempt limit exceeded, please try after some time.",
            cognito.resend_confirmation_code,
            **peter,
        )


if __name__ == "__main__":
    unittest.main()
