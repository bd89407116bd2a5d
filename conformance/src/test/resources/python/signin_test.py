"""Signing in through boto3, or through the botocore below it: the flows of servers, SRP, second factors, devices."""

import base64
import hashlib
import hmac
import json
import os
import time
import unittest
import urllib.parse
import urllib.request

from authenticator import Authenticator
from srp import Srp

try:
    import boto3

    create_client = boto3.client
except ImportError:
    import botocore.session

    create_client = botocore.session.get_session().create_client

URL = os.environ["COGNATE_URL"]
PASSWORD = "Corr3ct-Horse!"
NEW_PASSWORD = "N3w-Passw0rd!"
PATIENCE_SECONDS = 60
WRONG = "Incorrect username or password."

cognito = create_client(
    "cognito-idp",
    endpoint_url=URL,
    region_name="us-east-1",
    aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
    aws_secret_access_key="secret",
)


class Pool:
    """A new pool with one client, and what its users do."""

    def __init__(self, secret=False, rotation=None, mfa=None, **config):
        created = cognito.create_user_pool(PoolName="python", AutoVerifiedAttributes=["email"], **config)
        self.id = created["UserPool"]["Id"]
        flows = ["USER_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH"]
        members = {"RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 0}}
        client = cognito.create_user_pool_client(
            UserPoolId=self.id,
            ClientName="c",
            GenerateSecret=secret,
            ExplicitAuthFlows=[f"ALLOW_{flow}" for flow in flows + ([] if rotation else ["REFRESH_TOKEN_AUTH"])],
            **(members if rotation else {}),
        )["UserPoolClient"]
        self.client = client["ClientId"]
        self._secret = client.get("ClientSecret")
        if mfa:
            cognito.set_user_pool_mfa_config(
                UserPoolId=self.id, MfaConfiguration=mfa, SoftwareTokenMfaConfiguration={"Enabled": True}
            )

    def add(self, username, permanent=True):
        user = {"UserPoolId": self.id, "Username": username}
        email = [{"Name": "email", "Value": f"{username}@example.com"}, {"Name": "email_verified", "Value": "true"}]
        cognito.admin_create_user(**user, MessageAction="SUPPRESS", UserAttributes=email)
        cognito.admin_set_user_password(**user, Password=PASSWORD, Permanent=permanent)
        return user

    def _with_hash(self, parameters, name):
        if self._secret and name:
            digest = hmac.digest(self._secret.encode(), (name + self.client).encode(), hashlib.sha256)
            return {**parameters, "SECRET_HASH": base64.b64encode(digest).decode()}
        return parameters

    def initiate(self, flow, name=None, **parameters):
        given = {**parameters, **({"USERNAME": name} if flow != "REFRESH_TOKEN_AUTH" else {})}
        return cognito.initiate_auth(
            ClientId=self.client, AuthFlow=flow, AuthParameters=self._with_hash(given, name)
        )

    def respond(self, challenge, name, session=None, **responses):
        given = self._with_hash({"USERNAME": name, **responses}, name)
        more = {"Session": session} if session else {}
        return cognito.respond_to_auth_challenge(
            ClientId=self.client, ChallengeName=challenge, ChallengeResponses=given, **more
        )

    def admin_initiate(self, flow, name, **parameters):
        given = self._with_hash({"USERNAME": name, **parameters}, name)
        return cognito.admin_initiate_auth(
            UserPoolId=self.id, ClientId=self.client, AuthFlow=flow, AuthParameters=given
        )

    def admin_respond(self, challenge, name, session, **responses):
        return cognito.admin_respond_to_auth_challenge(
            UserPoolId=self.id,
            ClientId=self.client,
            ChallengeName=challenge,
            Session=session,
            ChallengeResponses=self._with_hash({"USERNAME": name, **responses}, name),
        )

    def by_srp(self, name, password=PASSWORD, **parameters):
        proof = Srp(self.id.split("_", 1)[1], password)
        begun = self.initiate("USER_SRP_AUTH", name, SRP_A=proof.a, **parameters)
        challenge = begun["ChallengeParameters"]
        user = challenge["USER_ID_FOR_SRP"]  # Whom an alias stands for.
        return self.respond("PASSWORD_VERIFIER", user, **proof.claim(user, challenge), **parameters)

    def code(self, username):
        query = urllib.parse.urlencode({"userPoolId": self.id, "username": username})
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with urllib.request.urlopen(f"{URL}/_cognate/messages?{query}") as answer:
                messages = json.load(answer)
            if messages:
                return messages[0]["code"]
        raise AssertionError(f"No message to {username} arrived")


def access(answer):
    return answer["AuthenticationResult"]["AccessToken"]


def claims(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class SignInTest(unittest.TestCase):
    def refuses(self, fault, message, call, *arguments, **members):
        with self.assertRaises(getattr(cognito.exceptions, fault)) as raised:
            call(*arguments, **members)
        self.assertEqual(raised.exception.response["Error"], {"Code": fault, "Message": message})

    def test_a_password_signs_in_for_the_user_and_for_a_server(self):
        pool = Pool()
        pool.add("mary")
        for answer in (
            pool.initiate("USER_PASSWORD_AUTH", "mary", PASSWORD=PASSWORD),
            pool.admin_initiate("ADMIN_USER_PASSWORD_AUTH", "mary", PASSWORD=PASSWORD),
            pool.admin_initiate("ADMIN_NO_SRP_AUTH", "mary", PASSWORD=PASSWORD),
        ):
            result = answer["AuthenticationResult"]
            self.assertEqual(result["TokenType"], "Bearer")
            self.assertEqual(result["ExpiresIn"], 3600)
            self.assertIn("RefreshToken", result)
            self.assertEqual(cognito.get_user(AccessToken=access(answer))["Username"], "mary")
        wrong = {"PASSWORD": "Wr0ng-Horse!"}
        self.refuses("NotAuthorizedException", WRONG, pool.initiate, "USER_PASSWORD_AUTH", "mary", **wrong)
        self.refuses(
            "NotAuthorizedException", WRONG, pool.admin_initiate, "ADMIN_USER_PASSWORD_AUTH", "mary", **wrong
        )
        self.refuses(
            "UserNotFoundException",
            "User does not exist.",
            pool.initiate,
            "USER_PASSWORD_AUTH",
            "nobody",
            PASSWORD=PASSWORD,
        )

    def test_srp_proves_the_password_with_and_without_a_secret_of_the_client(self):
        for secret in (False, True):
            pool = Pool(secret=secret, AliasAttributes=["email"])
            pool.add("mary")
            for name in ("mary", "mary@example.com"):
                with self.subTest(secret=secret, name=name):
                    token = access(pool.by_srp(name))
                    self.assertEqual(cognito.get_user(AccessToken=token)["Username"], "mary")
            self.refuses("NotAuthorizedException", WRONG, pool.by_srp, "mary", "Wr0ng-Horse!")
        without = {"USERNAME": "mary", "PASSWORD": PASSWORD}
        self.refuses(
            "NotAuthorizedException",
            f"Client {pool.client} is configured with secret but SECRET_HASH was not received",
            cognito.initiate_auth,
            ClientId=pool.client,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters=without,
        )

    def test_a_temporary_password_is_replaced_by_the_user_and_by_a_server(self):
        pool = Pool()
        for name in ("ann", "amy", "ada"):
            pool.add(name, permanent=False)
        ann = pool.by_srp("ann")
        amy = pool.initiate("USER_PASSWORD_AUTH", "amy", PASSWORD=PASSWORD)
        ada = pool.admin_initiate("ADMIN_USER_PASSWORD_AUTH", "ada", PASSWORD=PASSWORD)
        for answer in (ann, amy, ada):
            self.assertEqual(answer["ChallengeName"], "NEW_PASSWORD_REQUIRED")
            self.assertEqual(json.loads(answer["ChallengeParameters"]["requiredAttributes"]), [])
        step = "NEW_PASSWORD_REQUIRED"
        self.refuses(
            "InvalidPasswordException",
            "Password does not conform to policy: Password not long enough",
            pool.respond,
            step,
            "ann",
            ann["Session"],
            NEW_PASSWORD="weak",
        )
        access(pool.respond(step, "ann", ann["Session"], NEW_PASSWORD=NEW_PASSWORD))
        named = {"NEW_PASSWORD": NEW_PASSWORD, "userAttributes.nickname": "Amy"}
        access(pool.respond(step, "amy", amy["Session"], **named))
        access(pool.admin_respond(step, "ada", ada["Session"], NEW_PASSWORD=NEW_PASSWORD))

        answer = pool.by_srp("amy", NEW_PASSWORD)
        self.assertEqual(claims(answer["AuthenticationResult"]["IdToken"])["nickname"], "Amy")
        self.refuses("NotAuthorizedException", WRONG, pool.by_srp, "ann")

    def test_an_authenticator_app_is_asked_for(self):
        pool = Pool(mfa="OPTIONAL")
        tom = pool.add("tom")
        token = access(pool.by_srp("tom"))
        app = Authenticator(cognito.associate_software_token(AccessToken=token)["SecretCode"])
        verified = cognito.verify_software_token(AccessToken=token, UserCode=app.code(), FriendlyDeviceName="phone")
        self.assertEqual(verified["Status"], "SUCCESS")
        cognito.admin_set_user_mfa_preference(**tom, SoftwareTokenMfaSettings={"Enabled": True, "PreferredMfa": True})
        known = cognito.admin_get_user(**tom)
        self.assertEqual(known["UserMFASettingList"], ["SOFTWARE_TOKEN_MFA"])
        self.assertEqual(known["PreferredMfaSetting"], "SOFTWARE_TOKEN_MFA")

        asked = pool.by_srp("tom")
        self.assertEqual(asked["ChallengeName"], "SOFTWARE_TOKEN_MFA")
        self.assertEqual(asked["ChallengeParameters"]["FRIENDLY_DEVICE_NAME"], "phone")
        self.refuses(
            "CodeMismatchException",
            "Invalid code received for user",
            pool.respond,
            "SOFTWARE_TOKEN_MFA",
            "tom",
            asked["Session"],
            SOFTWARE_TOKEN_MFA_CODE="000000",
        )
        used = app.code()
        again = pool.admin_initiate("ADMIN_USER_PASSWORD_AUTH", "tom", PASSWORD=PASSWORD)
        access(pool.admin_respond("SOFTWARE_TOKEN_MFA", "tom", again["Session"], SOFTWARE_TOKEN_MFA_CODE=used))
        self.refuses(
            "ExpiredCodeException",
            "Your software token has already been used once.",
            pool.respond,
            "SOFTWARE_TOKEN_MFA",
            "tom",
            asked["Session"],
            SOFTWARE_TOKEN_MFA_CODE=used,
        )

    def test_a_second_factor_is_set_up_before_the_first_tokens(self):
        pool = Pool(mfa="ON")
        pool.add("sam")
        asked = pool.admin_initiate("ADMIN_USER_PASSWORD_AUTH", "sam", PASSWORD=PASSWORD)
        self.assertEqual(asked["ChallengeName"], "MFA_SETUP")
        self.assertEqual(json.loads(asked["ChallengeParameters"]["MFAS_CAN_SETUP"]), ["SOFTWARE_TOKEN_MFA"])
        associated = cognito.associate_software_token(Session=asked["Session"])
        app = Authenticator(associated["SecretCode"])
        verified = cognito.verify_software_token(Session=associated["Session"], UserCode=app.code())
        access(pool.admin_respond("MFA_SETUP", "sam", verified["Session"]))
        self.assertEqual(pool.by_srp("sam")["ChallengeName"], "SOFTWARE_TOKEN_MFA")

    def test_a_remembered_device_proves_itself_instead_of_the_second_factor(self):
        pool = Pool(
            mfa="OPTIONAL",
            DeviceConfiguration={"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": False},
        )
        dora = pool.add("dora")
        first = pool.by_srp("dora")
        token = access(first)
        device = first["AuthenticationResult"]["NewDeviceMetadata"]
        key, group = device["DeviceKey"], device["DeviceGroupKey"]
        confirmed = cognito.confirm_device(
            AccessToken=token, DeviceKey=key, DeviceSecretVerifierConfig=Srp(group, "secret").verifier(key)
        )
        self.assertFalse(confirmed["UserConfirmationNecessary"])
        app = Authenticator(cognito.associate_software_token(AccessToken=token)["SecretCode"])
        cognito.verify_software_token(AccessToken=token, UserCode=app.code())
        cognito.set_user_mfa_preference(AccessToken=token, SoftwareTokenMfaSettings={"Enabled": True})
        self.assertEqual(pool.by_srp("dora")["ChallengeName"], "SOFTWARE_TOKEN_MFA")

        def on_device(password):
            asked = pool.by_srp("dora", DEVICE_KEY=key)
            self.assertEqual(asked["ChallengeName"], "DEVICE_SRP_AUTH")
            proof = Srp(group, password)
            step = pool.respond("DEVICE_SRP_AUTH", "dora", asked["Session"], DEVICE_KEY=key, SRP_A=proof.a)
            self.assertEqual(step["ChallengeName"], "DEVICE_PASSWORD_VERIFIER")
            claim = proof.claim(key, step["ChallengeParameters"])
            return pool.respond("DEVICE_PASSWORD_VERIFIER", "dora", step.get("Session"), DEVICE_KEY=key, **claim)

        self.assertEqual(claims(access(on_device("secret")))["device_key"], key)
        self.refuses("NotAuthorizedException", WRONG, on_device, "guessed")
        devices = cognito.admin_list_devices(**dora)["Devices"]
        self.assertEqual([each["DeviceKey"] for each in devices], [key])
        cognito.admin_forget_device(**dora, DeviceKey=key)
        self.assertEqual(cognito.admin_list_devices(**dora)["Devices"], [])

    def test_refresh_tokens_are_used_rotated_and_revoked(self):
        for rotation in (False, True):
            pool = Pool(rotation=rotation)
            rob = pool.add("rob")
            first = pool.by_srp("rob")["AuthenticationResult"]
            refreshed = cognito.get_tokens_from_refresh_token(
                ClientId=pool.client, RefreshToken=first["RefreshToken"]
            )["AuthenticationResult"]
            self.assertEqual(
                claims(refreshed["AccessToken"])["origin_jti"], claims(first["AccessToken"])["origin_jti"]
            )
            self.assertEqual("RefreshToken" in refreshed, rotation)
            if not rotation:
                again = pool.initiate("REFRESH_TOKEN_AUTH", REFRESH_TOKEN=first["RefreshToken"])
                self.assertNotIn("RefreshToken", again["AuthenticationResult"])
            newest = refreshed.get("RefreshToken", first["RefreshToken"])
            cognito.revoke_token(ClientId=pool.client, Token=newest)
            self.refuses(
                "NotAuthorizedException",
                "Refresh Token has been revoked",
                cognito.get_tokens_from_refresh_token,
                ClientId=pool.client,
                RefreshToken=newest,
            )
            later = pool.by_srp("rob")
            cognito.admin_user_global_sign_out(**rob)
            self.refuses(
                "NotAuthorizedException", "Access Token has been revoked", cognito.get_user, AccessToken=access(later)
            )

    def test_a_user_chooses_the_first_factor_also_through_a_server(self):
        factors = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}
        pool = Pool(Policies=factors)
        pool.add("olga")
        asked = pool.admin_initiate("USER_AUTH", "olga")
        self.assertEqual(asked["ChallengeName"], "SELECT_CHALLENGE")
        self.assertEqual(set(asked["AvailableChallenges"]), {"PASSWORD", "PASSWORD_SRP", "EMAIL_OTP"})
        sent = pool.admin_respond("SELECT_CHALLENGE", "olga", asked["Session"], ANSWER="EMAIL_OTP")
        self.assertEqual(sent["ChallengeName"], "EMAIL_OTP")
        self.assertEqual(sent["ChallengeParameters"]["CODE_DELIVERY_DESTINATION"], "o***@e***")
        access(pool.admin_respond("EMAIL_OTP", "olga", sent["Session"], EMAIL_OTP_CODE=pool.code("olga")))

    def test_an_administrator_decides_who_may_sign_in(self):
        pool = Pool()
        eve = pool.add("eve")
        cognito.admin_disable_user(**eve)
        self.refuses("NotAuthorizedException", "User is disabled.", pool.by_srp, "eve")
        cognito.admin_enable_user(**eve)
        cognito.admin_reset_user_password(**eve)
        self.refuses(
            "PasswordResetRequiredException", "Password reset required for the user", pool.by_srp, "eve"
        )
        cognito.admin_set_user_password(**eve, Password=NEW_PASSWORD, Permanent=True)
        access(pool.by_srp("eve", NEW_PASSWORD))


if __name__ == "__main__":
    unittest.main()
