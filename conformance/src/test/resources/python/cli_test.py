"""The life of a pool through the AWS CLI: every operation that it knows, each answer looked at.

The command line itself runs in this process, argument by argument as a shell would hand them over, since its start costs
more than a call: 122 processes would take a minute.
"""

import base64
import contextlib
import io
import json
import os
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

from authenticator import Authenticator
from awscli.clidriver import create_clidriver
from passkey import registration
from srp import Srp

URL = os.environ["COGNATE_URL"]
PASSWORD = "Corr3ct-Horse!"
NEW_PASSWORD = "N3w-Passw0rd!"
PATIENCE_SECONDS = 60
ROLE = "arn:aws:iam::123456789012:role/cognito"
CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSFgAAAHjASEXNn5WAAAAAElFTkSuQmCC"
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

os.environ.update(
    AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY="secret",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    AWS_PAGER="",
)


class Any:
    """Stands for a value that another call cannot foretell."""

    def __eq__(self, other):
        return other is not None

    def __repr__(self):
        return "anything"


ANY = Any()


class CommandLine:
    """The AWS CLI. It remembers which operations it was asked to call."""

    def __init__(self):
        self._driver = create_clidriver()
        self.called = set()

    def operations(self):
        service = self._driver.create_help_command().command_table["cognito-idp"]
        return set(service.create_help_command().command_table) - {"help"}

    def run(self, operation, options):
        """The exit status, and what was written to the two outputs."""
        words = ["cognito-idp", operation, "--endpoint-url", URL, "--region", "us-east-1", "--output", "json"]
        for name, value in options.items():
            words += self._words(name.replace("_", "-"), value)
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = self._driver.main(words)
            out.flush()
        self.called.add(operation)
        return status, out.buffer.getvalue().decode(), err.getvalue()

    @staticmethod
    def _words(name, value):
        """Texts as they are, so that the short form of lists and structures can be used; all else as JSON."""
        if isinstance(value, bool):
            return [f"--{name}" if value else f"--no-{name}"]
        if isinstance(value, tuple):
            return [f"--{name}", *value]
        # One word: the id of a passkey may begin with a hyphen, and would be read as an option by itself.
        return [f"--{name}={value if isinstance(value, str) else json.dumps(value)}"]


aws = CommandLine()


class LifeOfAPoolTest(unittest.TestCase):
    """One life, in chapters: what comes later stands on what came before."""

    maxDiff = None

    def test_every_operation_that_the_command_line_knows(self):
        self.read = set()
        self.create()
        self.configure()
        self.clients()
        self.domains()
        self.providers()
        self.looks()
        self.groups()
        self.administrators()
        self.sign_up()
        self.sign_in()
        self.factors()
        self.passkeys()
        self.devices()
        self.events()
        self.imports()
        self.farewell()
        self.delete()
        self.assertEqual(aws.called, aws.operations())

    # How answers are looked at.

    def ask(self, operation, **options):
        status, out, err = aws.run(operation, options)
        self.assertEqual((status, err), (0, ""), f"{operation}: {err}")
        return json.loads(out) if out else {}

    def see(self, expected, operation, **options):
        """The answer has these members with these values; when none are expected, it has none."""
        answer = self.ask(operation, **options)
        if not expected:
            self.assertEqual(answer, {}, operation)
        self.assertEqual(self._same_members(expected, answer), expected, f"{operation}: {answer}")
        return answer

    def _same_members(self, expected, answer):
        """Of the answer, what is expected of it."""
        if isinstance(expected, dict) and isinstance(answer, dict):
            return {name: self._same_members(each, answer.get(name)) for name, each in expected.items()}
        if isinstance(expected, list) and isinstance(answer, list) and len(expected) == len(answer):
            return [self._same_members(*pair) for pair in zip(expected, answer)]
        return answer

    def refused(self, fault, message, operation, **options):
        status, _, err = aws.run(operation, options)
        name = "".join(word.capitalize() for word in operation.split("-"))
        self.assertEqual(status, 255, f"{operation}: {err}")
        self.assertIn(f"An error occurred ({fault}) when calling the {name} operation: {message}", err)

    def in_pool(self, expected, operation, **options):
        return self.see(expected, operation, user_pool_id=self.pool, **options)

    def of_user(self, expected, operation, username, **options):
        return self.in_pool(expected, operation, username=username, **options)

    def code(self, username):
        """The code of a message that was not read yet. Messages are delivered in the background: this waits."""
        query = urllib.parse.urlencode({"userPoolId": self.pool, "username": username})
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with urllib.request.urlopen(f"{URL}/_cognate/messages?{query}") as answer:
                messages = json.load(answer)
            if messages and messages[0]["id"] not in self.read:
                self.read.add(messages[0]["id"])
                return messages[0]["code"]
        raise AssertionError(f"No new message to {username} arrived")

    # The chapters.

    def create(self):
        made = self.see(
            {"UserPool": {"Name": "life", "MfaConfiguration": "OFF", "UserPoolTier": "PLUS"}},
            "create-user-pool",
            pool_name="life",
            user_pool_tier="PLUS",
            auto_verified_attributes="email",
            alias_attributes="preferred_username",
            user_pool_tags="team=shop,stage=test",
            policies="PasswordPolicy={MinimumLength=10},SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,WEB_AUTHN]}",
            user_pool_add_ons="AdvancedSecurityMode=AUDIT",
            device_configuration="ChallengeRequiredOnNewDevice=false,DeviceOnlyRememberedOnUserPrompt=true",
            deletion_protection="ACTIVE",
        )
        self.pool = made["UserPool"]["Id"]
        self.arn = made["UserPool"]["Arn"]
        described = self.in_pool({"UserPool": {"Id": self.pool, "DeletionProtection": "ACTIVE"}}, "describe-user-pool")
        self.assertEqual(described, made)
        pools = self.ask("list-user-pools", max_results="60")["UserPools"]
        self.assertIn("life", [each["Name"] for each in pools])

    def configure(self):
        of_pool = {"resource_arn": self.arn}
        self.see({"Tags": {"team": "shop", "stage": "test"}}, "list-tags-for-resource", **of_pool)
        self.see({}, "tag-resource", **of_pool, tags="owner=jane,stage=live")
        self.see({}, "untag-resource", **of_pool, tag_keys=("team",))
        self.see({"Tags": {"owner": "jane", "stage": "live"}}, "list-tags-for-resource", **of_pool)
        self.in_pool(
            {}, "add-custom-attributes", custom_attributes="Name=plan,AttributeDataType=String,Mutable=true"
        )
        names = [
            each["Name"] for each in self.in_pool({"UserPool": ANY}, "describe-user-pool")["UserPool"]["SchemaAttributes"]
        ]
        self.assertIn("custom:plan", names)
        self.in_pool(
            {"MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": True}},
            "set-user-pool-mfa-config",
            mfa_configuration="OPTIONAL",
            software_token_mfa_configuration="Enabled=true",
            web_authn_configuration="RelyingPartyId=people.example.com,UserVerification=preferred",
        )
        self.in_pool(
            {
                "MfaConfiguration": "OPTIONAL",
                "WebAuthnConfiguration": {"RelyingPartyId": "people.example.com", "UserVerification": "preferred"},
            },
            "get-user-pool-mfa-config",
        )
        logs = {
            "EventSource": "userNotification",
            "LogLevel": "ERROR",
            "CloudWatchLogsConfiguration": {"LogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:people"},
        }
        shown = {"LogDeliveryConfiguration": {"UserPoolId": self.pool, "LogConfigurations": [logs]}}
        self.in_pool(shown, "set-log-delivery-configuration", log_configurations=[logs])
        self.in_pool(shown, "get-log-delivery-configuration")
        self.in_pool({"Certificate": ANY}, "get-signing-certificate")
        risk = {"BlockedIPRangeList": ["192.0.2.0/24"]}
        shown = {"RiskConfiguration": {"UserPoolId": self.pool, "RiskExceptionConfiguration": risk}}
        self.in_pool(shown, "set-risk-configuration", risk_exception_configuration="BlockedIPRangeList=192.0.2.0/24")
        self.in_pool(shown, "describe-risk-configuration")

    def clients(self):
        scope = {"ScopeName": "read", "ScopeDescription": "Reading"}
        server = {"Identifier": "shop", "Name": "Shop", "Scopes": [scope]}
        self.in_pool(
            {"ResourceServer": server},
            "create-resource-server",
            identifier="shop",
            name="Shop",
            scopes="ScopeName=read,ScopeDescription=Reading",
        )
        self.in_pool({"ResourceServers": [server]}, "list-resource-servers")
        server["Name"] = "Another shop"
        self.in_pool(
            {"ResourceServer": server},
            "update-resource-server",
            identifier="shop",
            name="Another shop",
            scopes=[scope],
        )
        self.in_pool({"ResourceServer": server}, "describe-resource-server", identifier="shop")

        flows = tuple(f"ALLOW_{flow}" for flow in ("USER_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH"))
        made = self.in_pool(
            {"UserPoolClient": {"ClientName": "app", "RefreshTokenValidity": 30}},
            "create-user-pool-client",
            client_name="app",
            explicit_auth_flows=flows,
            refresh_token_rotation="Feature=ENABLED,RetryGracePeriodSeconds=10",
        )["UserPoolClient"]
        self.client = made["ClientId"]
        of_client = {"client_id": self.client}
        self.in_pool({"UserPoolClient": made}, "describe-user-pool-client", **of_client)
        self.in_pool(
            {"UserPoolClient": {"ClientName": "the app", "RefreshTokenValidity": 7}},
            "update-user-pool-client",
            **of_client,
            client_name="the app",
            explicit_auth_flows=flows,
            refresh_token_rotation="Feature=ENABLED,RetryGracePeriodSeconds=10",
            refresh_token_validity="7",
        )
        secretive = self.in_pool(
            {"UserPoolClient": {"ClientSecret": ANY}},
            "create-user-pool-client",
            client_name="secretive",
            generate_secret=True,
        )["UserPoolClient"]["ClientId"]
        self.assertEqual(
            {each["ClientId"] for each in self.in_pool({"UserPoolClients": ANY}, "list-user-pool-clients")["UserPoolClients"]},
            {self.client, secretive},
        )
        added = self.in_pool(
            {"ClientSecretDescriptor": {"ClientSecretId": ANY}}, "add-user-pool-client-secret", client_id=secretive
        )["ClientSecretDescriptor"]["ClientSecretId"]
        secrets = self.in_pool({"ClientSecrets": [ANY, ANY]}, "list-user-pool-client-secrets", client_id=secretive)
        self.assertIn(added, [each["ClientSecretId"] for each in secrets["ClientSecrets"]])
        self.in_pool({}, "delete-user-pool-client-secret", client_id=secretive, client_secret_id=added)
        self.in_pool({"ClientSecrets": [ANY]}, "list-user-pool-client-secrets", client_id=secretive)
        self.in_pool({}, "delete-user-pool-client", client_id=secretive)
        self.in_pool({"UserPoolClients": [{"ClientId": self.client}]}, "list-user-pool-clients")

    def domains(self):
        self.domain = "life-" + self.pool.split("_")[1].lower()
        self.in_pool(
            {"ManagedLoginVersion": 2}, "create-user-pool-domain", domain=self.domain, managed_login_version="2"
        )
        self.see(
            {"DomainDescription": {"UserPoolId": self.pool, "Status": "ACTIVE", "ManagedLoginVersion": 2}},
            "describe-user-pool-domain",
            domain=self.domain,
        )
        own = {"domain": f"{self.domain}.example.com", "custom_domain_config": f"CertificateArn={CERTIFICATE}"}
        self.in_pool({"CloudFrontDomain": ANY}, "create-user-pool-domain", **own)
        self.in_pool({"ManagedLoginVersion": 2}, "update-user-pool-domain", **own, managed_login_version="2")
        self.in_pool({}, "delete-user-pool-domain", domain=own["domain"])
        self.see({"DomainDescription": {}}, "describe-user-pool-domain", domain=own["domain"])

    def providers(self):
        details = {"client_id": "google", "client_secret": "secret", "authorize_scopes": "openid"}
        google = {"ProviderName": "Google", "ProviderType": "Google", "AttributeMapping": {"username": "sub"}}
        self.in_pool(
            {"IdentityProvider": google},
            "create-identity-provider",
            provider_name="Google",
            provider_type="Google",
            provider_details=details,
            attribute_mapping="username=sub",
        )
        named = {"provider_name": "Google"}
        google["IdpIdentifiers"] = ["people.example.com"]
        self.in_pool(
            {"IdentityProvider": google}, "update-identity-provider", **named, idp_identifiers="people.example.com"
        )
        self.in_pool({"IdentityProvider": google}, "describe-identity-provider", **named)
        self.in_pool(
            {"IdentityProvider": google},
            "get-identity-provider-by-identifier",
            idp_identifier="people.example.com",
        )
        self.in_pool({"Providers": [{"ProviderName": "Google"}]}, "list-identity-providers")

    def looks(self):
        css = ".label-customizable {color: black;}"
        shown = {"UICustomization": {"ClientId": "ALL", "CSS": css, "ImageUrl": ANY}}
        with tempfile.NamedTemporaryFile(suffix=".png") as image:
            image.write(base64.b64decode(PIXEL))
            image.flush()
            self.in_pool(shown, "set-ui-customization", css=css, image_file=f"fileb://{image.name}")
        self.in_pool(shown, "get-ui-customization")

        of_client = {"client_id": self.client}
        shown = {"ManagedLoginBranding": {"UseCognitoProvidedValues": False, "Settings": {"components": {"a": 1}}}}
        made = self.in_pool(
            shown,
            "create-managed-login-branding",
            **of_client,
            settings={"components": {"a": 1}},
            assets=[{"Category": "FORM_LOGO", "ColorMode": "LIGHT", "Extension": "SVG", "Bytes": DRAWING}],
        )["ManagedLoginBranding"]
        of_branding = {"managed_login_branding_id": made["ManagedLoginBrandingId"]}
        self.in_pool({"ManagedLoginBranding": made}, "describe-managed-login-branding", **of_branding)
        self.in_pool({"ManagedLoginBranding": made}, "describe-managed-login-branding-by-client", **of_client)
        self.in_pool(
            {"ManagedLoginBranding": {"UseCognitoProvidedValues": True}},
            "update-managed-login-branding",
            **of_branding,
            use_cognito_provided_values=True,
        )
        self.in_pool({}, "delete-managed-login-branding", **of_branding)
        self.refused(
            "ResourceNotFoundException",
            "",
            "describe-managed-login-branding",
            user_pool_id=self.pool,
            **of_branding,
        )

        terms = self.in_pool(
            {"Terms": {"TermsName": "terms-of-use", "Links": {"cognito:default": "https://example.com/terms"}}},
            "create-terms",
            **of_client,
            terms_name="terms-of-use",
            terms_source="LINK",
            enforcement="NONE",
            links={"cognito:default": "https://example.com/terms"},
        )["Terms"]["TermsId"]
        links = {"cognito:default": "https://example.com/new", "cognito:french": "https://example.com/fr"}
        self.in_pool({"Terms": {"Links": links}}, "update-terms", terms_id=terms, links=links)
        self.in_pool({"Terms": {"TermsId": terms, "Links": links}}, "describe-terms", terms_id=terms)
        self.in_pool({"Terms": [{"TermsId": terms, "TermsName": "terms-of-use"}]}, "list-terms")
        self.in_pool({}, "delete-terms", terms_id=terms)
        self.in_pool({"Terms": []}, "list-terms")

    def groups(self):
        readers = {"GroupName": "readers", "Precedence": 3}
        self.in_pool({"Group": readers}, "create-group", group_name="readers", precedence="3", role_arn=ROLE)
        readers["Description"] = "Those who read"
        self.in_pool({"Group": readers}, "update-group", group_name="readers", description="Those who read")
        self.in_pool({"Group": readers}, "get-group", group_name="readers")
        self.in_pool({"Groups": [readers]}, "list-groups")

    def administrators(self):
        made = self.of_user(
            {"User": {"Username": "ada", "Enabled": True, "UserStatus": "FORCE_CHANGE_PASSWORD"}},
            "admin-create-user",
            "ada",
            temporary_password=PASSWORD,
            message_action="SUPPRESS",
            user_attributes=(
                "Name=email,Value=ada@example.com",
                "Name=phone_number,Value=+15555550100",
                "Name=email_verified,Value=true",
                "Name=custom:plan,Value=big",
            ),
        )
        self.assertIn({"Name": "custom:plan", "Value": "big"}, made["User"]["Attributes"])
        self.of_user({}, "admin-update-user-attributes", "ada", user_attributes="Name=nickname,Value=Ännchen")
        self.assertIn({"Name": "nickname", "Value": "Ännchen"}, self.attributes("ada"))
        self.of_user({}, "admin-delete-user-attributes", "ada", user_attribute_names=("nickname",))
        self.assertNotIn({"Name": "nickname", "Value": "Ännchen"}, self.attributes("ada"))

        self.of_user({}, "admin-disable-user", "ada")
        self.of_user({"Enabled": False}, "admin-get-user", "ada")
        self.of_user({}, "admin-enable-user", "ada")
        self.of_user({"Enabled": True}, "admin-get-user", "ada")

        begun = self.admin_initiate("ada", PASSWORD, {"ChallengeName": "NEW_PASSWORD_REQUIRED"})
        self.in_pool(
            {"AuthenticationResult": {"TokenType": "Bearer"}},
            "admin-respond-to-auth-challenge",
            client_id=self.client,
            challenge_name="NEW_PASSWORD_REQUIRED",
            session=begun["Session"],
            challenge_responses=f"USERNAME=ada,NEW_PASSWORD={NEW_PASSWORD}",
        )
        self.of_user({}, "admin-set-user-password", "ada", password=PASSWORD, permanent=True)
        self.of_user({"UserStatus": "CONFIRMED"}, "admin-get-user", "ada")
        for options in ("DeliveryMedium=SMS,AttributeName=phone_number", []):
            self.of_user({}, "admin-set-user-settings", "ada", mfa_options=options)

        self.of_user({}, "admin-add-user-to-group", "ada", group_name="readers")
        self.of_user({"Groups": [{"GroupName": "readers"}]}, "admin-list-groups-for-user", "ada")
        self.in_pool({"Users": [{"Username": "ada"}]}, "list-users-in-group", group_name="readers")
        self.of_user({}, "admin-remove-user-from-group", "ada", group_name="readers")
        self.in_pool({"Users": []}, "list-users-in-group", group_name="readers")
        self.in_pool({}, "delete-group", group_name="readers")
        self.in_pool({"Groups": []}, "list-groups")

        google = "ProviderName=Google,ProviderAttributeName=Cognito_Subject,ProviderAttributeValue=g-1"
        self.in_pool(
            {},
            "admin-link-provider-for-user",
            destination_user="ProviderName=Cognito,ProviderAttributeValue=ada",
            source_user=google,
        )
        self.assertIn("identities", [each["Name"] for each in self.attributes("ada")])
        self.in_pool({}, "admin-disable-provider-for-user", user=google)
        self.assertNotIn("identities", [each["Name"] for each in self.attributes("ada")])

        self.of_user({}, "admin-reset-user-password", "ada")
        self.of_user({"UserStatus": "RESET_REQUIRED"}, "admin-get-user", "ada")
        self.in_pool({"Users": [{"Username": "ada"}]}, "list-users", filter='email ^= "ada@"')
        self.of_user({}, "admin-delete-user", "ada")
        self.in_pool({"Users": []}, "list-users")

    def attributes(self, username):
        return self.of_user({"Username": username}, "admin-get-user", username)["UserAttributes"]

    def admin_initiate(self, username, password, expected):
        return self.in_pool(
            expected,
            "admin-initiate-auth",
            client_id=self.client,
            auth_flow="ADMIN_USER_PASSWORD_AUTH",
            auth_parameters=f"USERNAME={username},PASSWORD={password}",
        )

    def sign_up(self):
        delivered = {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "m***@e***"}
        mary = {"client_id": self.client, "username": "mary"}
        self.see(
            {"UserConfirmed": False, "CodeDeliveryDetails": delivered},
            "sign-up",
            **mary,
            password=PASSWORD,
            user_attributes=("Name=email,Value=mary@example.com", "Name=phone_number,Value=+15555550101"),
        )
        self.code("mary")  # Which gets lost.
        self.see({"CodeDeliveryDetails": delivered}, "resend-confirmation-code", **mary)
        self.see({}, "confirm-sign-up", **mary, confirmation_code=self.code("mary"))
        self.of_user({"UserStatus": "CONFIRMED"}, "admin-get-user", "mary")

        self.see({"CodeDeliveryDetails": delivered}, "forgot-password", **mary)
        self.see(
            {}, "confirm-forgot-password", **mary, confirmation_code=self.code("mary"), password=NEW_PASSWORD
        )

        self.see(
            {"UserConfirmed": False},
            "sign-up",
            client_id=self.client,
            username="tom",
            password=PASSWORD,
            user_attributes="Name=email,Value=tom@example.com",
        )
        self.of_user({}, "admin-confirm-sign-up", "tom")
        self.of_user({"UserStatus": "CONFIRMED"}, "admin-get-user", "tom")

    def initiate(self, username, password):
        return self.see(
            {"AuthenticationResult": {"TokenType": "Bearer", "ExpiresIn": 3600}},
            "initiate-auth",
            client_id=self.client,
            auth_flow="USER_PASSWORD_AUTH",
            auth_parameters=f"USERNAME={username},PASSWORD={password}",
        )["AuthenticationResult"]

    def sign_in(self):
        proof = Srp(self.pool.split("_", 1)[1], NEW_PASSWORD)
        begun = self.see(
            {"ChallengeName": "PASSWORD_VERIFIER"},
            "initiate-auth",
            client_id=self.client,
            auth_flow="USER_SRP_AUTH",
            auth_parameters=f"USERNAME=mary,SRP_A={proof.a}",
        )
        responses = {"USERNAME": "mary", **proof.claim("mary", begun["ChallengeParameters"])}
        tokens = self.see(
            {"AuthenticationResult": {"TokenType": "Bearer"}},
            "respond-to-auth-challenge",
            client_id=self.client,
            challenge_name="PASSWORD_VERIFIER",
            challenge_responses=responses,
        )["AuthenticationResult"]
        self.access = {"access_token": tokens["AccessToken"]}
        self.see({"Username": "mary"}, "get-user", **self.access)
        renewed = self.see(
            {"AuthenticationResult": {"TokenType": "Bearer", "RefreshToken": ANY}},
            "get-tokens-from-refresh-token",
            client_id=self.client,
            refresh_token=tokens["RefreshToken"],
            device_key=tokens["NewDeviceMetadata"]["DeviceKey"],
        )["AuthenticationResult"]

        self.see(
            {"CodeDeliveryDetailsList": [{"Destination": "n***@e***"}]},
            "update-user-attributes",
            **self.access,
            user_attributes="Name=email,Value=new@example.com",
        )
        self.code("mary")
        self.see(
            {"CodeDeliveryDetails": {"Destination": "n***@e***"}},
            "get-user-attribute-verification-code",
            **self.access,
            attribute_name="email",
        )
        self.see({}, "verify-user-attribute", **self.access, attribute_name="email", code=self.code("mary"))
        self.see({}, "update-user-attributes", **self.access, user_attributes="Name=nickname,Value=May")
        self.assertIn({"Name": "nickname", "Value": "May"}, self.attributes("mary"))
        self.assertIn({"Name": "email_verified", "Value": "true"}, self.attributes("mary"))
        self.see({}, "delete-user-attributes", **self.access, user_attribute_names=("nickname",))
        self.assertNotIn({"Name": "nickname", "Value": "May"}, self.attributes("mary"))
        for options in ("DeliveryMedium=SMS,AttributeName=phone_number", []):
            self.see({}, "set-user-settings", **self.access, mfa_options=options)
        self.see({}, "change-password", **self.access, previous_password=NEW_PASSWORD, proposed_password=PASSWORD)

        self.see({}, "revoke-token", client_id=self.client, token=renewed["RefreshToken"])
        self.refused("NotAuthorizedException", "Access Token has been revoked", "get-user", **self.access)
        self.access = {"access_token": self.initiate("mary", PASSWORD)["AccessToken"]}

    def factors(self):
        secret = self.see({"SecretCode": ANY}, "associate-software-token", **self.access)["SecretCode"]
        app = Authenticator(secret)
        self.see({"Status": "SUCCESS"}, "verify-software-token", **self.access, user_code=app.code())
        self.see({}, "set-user-mfa-preference", **self.access, software_token_mfa_settings="Enabled=true")
        self.see({"UserMFASettingList": ["SOFTWARE_TOKEN_MFA"]}, "get-user-auth-factors", **self.access)
        begun = self.admin_initiate("mary", PASSWORD, {"ChallengeName": "SOFTWARE_TOKEN_MFA"})
        self.in_pool(
            {"AuthenticationResult": {"TokenType": "Bearer"}},
            "admin-respond-to-auth-challenge",
            client_id=self.client,
            challenge_name="SOFTWARE_TOKEN_MFA",
            session=begun["Session"],
            challenge_responses=f"USERNAME=mary,SOFTWARE_TOKEN_MFA_CODE={app.code()}",
        )
        self.of_user({}, "admin-set-user-mfa-preference", "mary", software_token_mfa_settings="Enabled=false")
        self.assertNotIn("UserMFASettingList", self.of_user({"Username": "mary"}, "admin-get-user", "mary"))

    def passkeys(self):
        options = self.see(
            {"CredentialCreationOptions": {"rp": {"id": "people.example.com"}}},
            "start-web-authn-registration",
            **self.access,
        )["CredentialCreationOptions"]
        credential = registration(options, "https://people.example.com")
        self.see({}, "complete-web-authn-registration", **self.access, credential=credential)
        self.see(
            {"Credentials": [{"CredentialId": credential["id"], "RelyingPartyId": "people.example.com"}]},
            "list-web-authn-credentials",
            **self.access,
        )
        self.see({}, "delete-web-authn-credential", **self.access, credential_id=credential["id"])
        self.see({"Credentials": []}, "list-web-authn-credentials", **self.access)

    def devices(self):
        first, second = self.device(), self.device()
        named = {"device_key": first}
        for key in (first, second):
            status = {"device_key": key, "device_remembered_status": "remembered"}
            self.see({}, "update-device-status", **self.access, **status)
        self.see({"Device": {"DeviceKey": first}}, "get-device", **self.access, **named)
        listed = self.see({"Devices": [ANY, ANY]}, "list-devices", **self.access)["Devices"]
        self.assertEqual({each["DeviceKey"] for each in listed}, {first, second})
        self.see({}, "forget-device", **self.access, device_key=second)

        remembered = {"Name": "device_status", "Value": "valid"}
        shown = self.of_user({"Device": {"DeviceKey": first}}, "admin-get-device", "mary", **named)["Device"]
        self.assertIn(remembered, shown["DeviceAttributes"])
        self.of_user({}, "admin-update-device-status", "mary", **named, device_remembered_status="not_remembered")
        self.of_user({"Devices": [{"DeviceKey": first}]}, "admin-list-devices", "mary")
        self.of_user({}, "admin-forget-device", "mary", **named)
        self.of_user({"Devices": []}, "admin-list-devices", "mary")

    def device(self):
        """Signs in on a new device, which is confirmed."""
        result = self.initiate("mary", PASSWORD)
        device = result["NewDeviceMetadata"]
        key = device["DeviceKey"]
        self.access = {"access_token": result["AccessToken"]}
        self.see(
            {"UserConfirmationNecessary": True},
            "confirm-device",
            **self.access,
            device_key=key,
            device_secret_verifier_config=Srp(device["DeviceGroupKey"], "secret").verifier(key),
        )
        return key

    def events(self):
        event = self.of_user({"AuthEvents": ANY}, "admin-list-user-auth-events", "mary", max_results="1")["AuthEvents"][0]
        self.assertEqual((event["EventType"], event["EventResponse"]), ("SignIn", "Pass"))
        of_event = {"event_id": event["EventId"], "feedback_value": "Valid"}
        self.of_user({}, "admin-update-auth-event-feedback", "mary", **of_event)
        self.of_user(
            {"AuthEvents": [{"EventFeedback": {"FeedbackValue": "Valid"}}]},
            "admin-list-user-auth-events",
            "mary",
            max_results="1",
        )
        self.refused(
            "NotAuthorizedException",
            "Invalid feedback token",
            "update-auth-event-feedback",
            user_pool_id=self.pool,
            username="mary",
            feedback_token="guessed",
            **of_event,
        )

    def imports(self):
        header = self.in_pool({"UserPoolId": self.pool}, "get-csv-header")["CSVHeader"]
        self.run_import(header, 1)
        self.assertEqual(self.end_of(self.job), ("Succeeded", 1))
        self.of_user({"UserStatus": "RESET_REQUIRED"}, "admin-get-user", "import-0")
        self.run_import(header, 50_000)
        self.assertIn(
            self.in_pool({"UserImportJob": ANY}, "stop-user-import-job", job_id=self.job)["UserImportJob"]["Status"],
            ("Stopping", "Stopped"),
        )
        self.assertEqual(self.end_of(self.job)[0], "Stopped")
        jobs = self.in_pool({"UserImportJobs": [ANY, ANY]}, "list-user-import-jobs", max_results="10")
        self.assertEqual(jobs["UserImportJobs"][0]["JobId"], self.job)

    def run_import(self, header, number):
        job = self.in_pool(
            {"UserImportJob": {"Status": "Created"}},
            "create-user-import-job",
            job_name="people",
            cloud_watch_logs_role_arn=ROLE,
        )["UserImportJob"]
        values = {"cognito:mfa_enabled": "false", "email_verified": "true"}
        lines = [",".join(header)]
        for user in range(number):
            named = {"cognito:username": f"import-{user}", "email": f"import-{user}@example.com"}
            lines.append(",".join({**values, **named}.get(name, "") for name in header))
        upload = urllib.request.Request(
            job["PreSignedUrl"],
            data="\n".join(lines).encode(),
            headers={"x-amz-server-side-encryption": "aws:kms"},
            method="PUT",
        )
        with urllib.request.urlopen(upload) as answer:
            self.assertEqual(answer.status, 200)
        self.job = job["JobId"]
        self.in_pool({"UserImportJob": {"Status": "Pending"}}, "start-user-import-job", job_id=self.job)

    def end_of(self, job):
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            shown = self.in_pool({"UserImportJob": {"JobId": job}}, "describe-user-import-job", job_id=job)["UserImportJob"]
            if shown["Status"] not in ("Pending", "InProgress", "Stopping"):
                return shown["Status"], shown["ImportedUsers"]
        raise AssertionError("The import job does not end")

    def farewell(self):
        self.see({}, "global-sign-out", **self.access)
        self.refused("NotAuthorizedException", "Access Token has been revoked", "get-user", **self.access)
        again = {"access_token": self.initiate("mary", PASSWORD)["AccessToken"]}
        self.of_user({}, "admin-user-global-sign-out", "mary")
        self.refused("NotAuthorizedException", "Access Token has been revoked", "get-user", **again)
        last = {"access_token": self.initiate("mary", PASSWORD)["AccessToken"]}
        self.see({}, "delete-user", **last)
        self.refused(
            "UserNotFoundException",
            "User does not exist.",
            "admin-get-user",
            user_pool_id=self.pool,
            username="mary",
        )

    def delete(self):
        self.refused("InvalidParameterException", "", "delete-user-pool", user_pool_id=self.pool)
        self.in_pool({}, "update-user-pool", deletion_protection="INACTIVE", user_pool_tier="PLUS")
        self.in_pool({"UserPool": {"DeletionProtection": "INACTIVE", "UserPoolTags": {}}}, "describe-user-pool")
        self.in_pool({}, "delete-user-pool-domain", domain=self.domain)
        self.in_pool({}, "delete-identity-provider", provider_name="Google")
        self.in_pool({"Providers": []}, "list-identity-providers")
        self.in_pool({}, "delete-resource-server", identifier="shop")
        self.in_pool({"ResourceServers": []}, "list-resource-servers")
        self.in_pool({}, "delete-user-pool")
        self.refused(
            "ResourceNotFoundException",
            f"User pool {self.pool} does not exist.",
            "describe-user-pool",
            user_pool_id=self.pool,
        )


if __name__ == "__main__":
    unittest.main()
