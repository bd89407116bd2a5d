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
PATIENCE_SECONDS = 10

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
