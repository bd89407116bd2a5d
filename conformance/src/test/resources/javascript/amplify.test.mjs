// Signing up and in through AWS Amplify.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { code } from './inbox.mjs';
import { closePage, openPage } from './authenticator.mjs';
import { authenticator } from './totp.mjs';

const PASSWORD = 'Corr3ct-Horse!';
const NEW_PASSWORD = 'N3w-Passw0rd!';
const DONE = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };
const administrator = new CognitoIdentityProvider({
  endpoint: process.env.COGNATE_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
});

/** A new pool and a client of it, which the application is configured for. */
const configure = async (config = {}, client = {}, mfa = null) => {
  const { UserPool: { Id: userPoolId } } =
    await administrator.createUserPool({ PoolName: 'amplify', AutoVerifiedAttributes: ['email'], ...config });
  if (mfa) {
    await administrator.setUserPoolMfaConfig({ UserPoolId: userPoolId, ...mfa });
  }
  const { UserPoolClient: { ClientId: userPoolClientId } } = await administrator.createUserPoolClient({
    UserPoolId: userPoolId,
    ClientName: 'c',
    ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ...client,
  });
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: `${process.env.COGNATE_URL}/` } },
  });
  return userPoolId;
};
const choices = (...factors) => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', ...factors] } } });

const signedUp = async (pool, username) => {
  await auth.signUp({ username, password: PASSWORD, options: { userAttributes: { email: `${username}@example.com` } } });
  const confirmed = await auth.confirmSignUp({ username, confirmationCode: await code(pool, username) });
  assert.equal(confirmed.isSignUpComplete, true);
};
const refuses = (call, name, message) => assert.rejects(call, { name, message });

afterEach(async () => {
  await auth.signOut();
  closePage();
});

test('a user signs up, confirms, signs in by SRP and changes an attribute', async () => {
  const pool = await configure();
  const answer = await auth.signUp(
    { username: 'mary', password: PASSWORD, options: { userAttributes: { email: 'mary@example.com' } } });
  assert.deepEqual(answer.nextStep.codeDeliveryDetails,
    { attributeName: 'email', deliveryMedium: 'EMAIL', destination: 'm***@e***' });
  assert.equal((await auth.signIn({ username: 'mary', password: PASSWORD })).nextStep.signInStep, 'CONFIRM_SIGN_UP');
  await auth.confirmSignUp({ username: 'mary', confirmationCode: await code(pool, 'mary') });

  assert.deepEqual(await auth.signIn({ username: 'mary', password: PASSWORD }), DONE);

  const user = await auth.getCurrentUser();
  assert.equal(user.username, 'mary');
  assert.equal(user.userId, answer.userId);
  await auth.updateUserAttributes({ userAttributes: { nickname: 'Mae' } });
  const attributes = await auth.fetchUserAttributes();
  assert.deepEqual(attributes, { sub: user.userId, email: 'mary@example.com', email_verified: 'true', nickname: 'Mae' });
});

test('a wrong password and an unknown user are refused', async () => {
  const pool = await configure();
  await signedUp(pool, 'mary');

  await refuses(auth.signIn({ username: 'mary', password: 'Wr0ng-Horse!' }),
    'NotAuthorizedException', 'Incorrect username or password.');
  await refuses(auth.signIn({ username: 'nobody', password: PASSWORD }), 'UserNotFoundException', 'User does not exist.');
});

test('a temporary password is replaced', async () => {
  const pool = await configure();
  await administrator.adminCreateUser(
    { UserPoolId: pool, Username: 'nora', MessageAction: 'SUPPRESS', TemporaryPassword: PASSWORD });

  const { nextStep } = await auth.signIn({ username: 'nora', password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: NEW_PASSWORD }), DONE);
});

test('an authenticator app is set up and asked for', async () => {
  const pool = await configure({}, {},
    { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await signedUp(pool, 'tom');
  await auth.signIn({ username: 'tom', password: PASSWORD });
  const { sharedSecret } = await auth.setUpTOTP();
  const app = authenticator(sharedSecret);
  await auth.verifyTOTPSetup({ code: app() });
  await auth.updateMFAPreference({ totp: 'PREFERRED' });
  assert.deepEqual(await auth.fetchMFAPreference(), { enabled: ['TOTP'], preferred: 'TOTP' });
  await auth.signOut();

  const { nextStep } = await auth.signIn({ username: 'tom', password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  await refuses(auth.confirmSignIn({ challengeResponse: '000000' }),
    'CodeMismatchException', 'Invalid code received for user');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: app() }), DONE);
});

test('a pool that wants a second factor has a new user set it up', async () => {
  const pool = await configure({}, {}, { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await signedUp(pool, 'sam');

  const { nextStep } = await auth.signIn({ username: 'sam', password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
  const app = authenticator(nextStep.totpSetupDetails.sharedSecret);
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: app() }), DONE);
});

test('a forgotten password is replaced, and the new one signs in', async () => {
  const pool = await configure();
  await signedUp(pool, 'frank');

  const { nextStep } = await auth.resetPassword({ username: 'frank' });
  assert.equal(nextStep.codeDeliveryDetails.destination, 'f***@e***');
  await auth.confirmResetPassword(
    { username: 'frank', confirmationCode: await code(pool, 'frank'), newPassword: NEW_PASSWORD });

  await refuses(auth.signIn({ username: 'frank', password: PASSWORD }),
    'NotAuthorizedException', 'Incorrect username or password.');
  assert.deepEqual(await auth.signIn({ username: 'frank', password: NEW_PASSWORD }), DONE);
  await auth.updatePassword({ oldPassword: NEW_PASSWORD, newPassword: PASSWORD });
});

test('tokens are refreshed, with refresh tokens that rotate and ones that stay', async () => {
  for (const RefreshTokenRotation of [undefined, { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 }]) {
    const flows = ['ALLOW_USER_SRP_AUTH', ...RefreshTokenRotation ? [] : ['ALLOW_REFRESH_TOKEN_AUTH']];
    const pool = await configure({}, { RefreshTokenRotation, ExplicitAuthFlows: flows });
    await signedUp(pool, 'rob');
    await auth.signIn({ username: 'rob', password: PASSWORD });
    const { tokens: first } = await auth.fetchAuthSession();
    const { tokens: second } = await auth.fetchAuthSession({ forceRefresh: true });
    const { tokens: third } = await auth.fetchAuthSession({ forceRefresh: true });

    const identifiers = [first, second, third].map(({ accessToken }) => accessToken.payload.jti);
    assert.equal(new Set(identifiers).size, 3);
    assert.equal(third.idToken.payload.origin_jti, first.idToken.payload.origin_jti);
    await auth.signOut({ global: true });
    await refuses(administrator.getUser({ AccessToken: third.accessToken.toString() }),
      'NotAuthorizedException', 'Access Token has been revoked');
  }
});

test('devices are remembered, spare the second factor, and are forgotten', async () => {
  const pool = await configure(
    { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } }, {},
    { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await signedUp(pool, 'dora');
  openPage('https://login.example.com'); // Devices are named after the browser.
  await auth.signIn({ username: 'dora', password: PASSWORD });
  const { sharedSecret } = await auth.setUpTOTP();
  await auth.verifyTOTPSetup({ code: authenticator(sharedSecret)() });
  await auth.updateMFAPreference({ totp: 'PREFERRED' });

  await auth.rememberDevice();
  await auth.signOut();
  assert.deepEqual(await auth.signIn({ username: 'dora', password: PASSWORD }), DONE);
  const [device, ...others] = await auth.fetchDevices();
  assert.deepEqual(others, []);
  assert.equal(device.name, 'Test');
  const { tokens: { accessToken } } = await auth.fetchAuthSession();
  assert.equal(accessToken.payload.device_key, device.id);
  await auth.forgetDevice();
  assert.deepEqual(await auth.fetchDevices(), []);
  await auth.signOut();
  const { nextStep } = await auth.signIn({ username: 'dora', password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
});

test('functions of a custom sign-in ask, after SRP and without', async () => {
  const functions = Object.fromEntries(['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse']
    .map((trigger) => [trigger, process.env.FUNCTION]));
  const pool = await configure({ LambdaConfig: functions }, { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] });
  await signedUp(pool, 'carl');

  const first = await auth.signIn({ username: 'carl', options: { authFlowType: 'CUSTOM_WITHOUT_SRP' } });
  assert.equal(first.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE');
  assert.equal(first.nextStep.additionalInfo.riddle, 'What is twice 1?');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: '2' }), DONE);
  await auth.signOut();
  const second = await auth.signIn({ username: 'carl', password: PASSWORD, options: { authFlowType: 'CUSTOM_WITH_SRP' } });
  assert.equal(second.nextStep.additionalInfo.riddle, 'What is twice 3?');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: '6' }), DONE);
});

test('a user chooses to sign in by a code from an e-mail', async () => {
  const pool = await configure(choices('EMAIL_OTP'));
  await signedUp(pool, 'olga');

  const preferring = { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' };
  const { nextStep } = await auth.signIn({ username: 'olga', options: preferring });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
  assert.equal(nextStep.codeDeliveryDetails.destination, 'o***@e***');
  await refuses(auth.confirmSignIn({ challengeResponse: '00000000' }),
    'CodeMismatchException', 'Invalid code or auth state for the user.');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: await code(pool, 'olga') }), DONE);
  await auth.signOut();

  const { nextStep: choice } = await auth.signIn({ username: 'olga', options: { authFlowType: 'USER_AUTH' } });
  assert.equal(choice.signInStep, 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
  assert.deepEqual(new Set(choice.availableChallenges), new Set(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP']));
  const { nextStep: chosen } = await auth.confirmSignIn({ challengeResponse: 'EMAIL_OTP' });
  assert.equal(chosen.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
  assert.deepEqual(await auth.confirmSignIn({ challengeResponse: await code(pool, 'olga') }), DONE);
});

test('a user chooses the password, by SRP and plainly', async () => {
  const pool = await configure(choices('EMAIL_OTP'));
  await signedUp(pool, 'pam');

  for (const preferredChallenge of ['PASSWORD_SRP', 'PASSWORD']) {
    const options = { authFlowType: 'USER_AUTH', preferredChallenge };
    assert.deepEqual(await auth.signIn({ username: 'pam', password: PASSWORD, options }), DONE);
    await auth.signOut();
  }
  for (const chosen of ['PASSWORD_SRP', 'PASSWORD']) {
    await auth.signIn({ username: 'pam', options: { authFlowType: 'USER_AUTH' } });
    const { nextStep } = await auth.confirmSignIn({ challengeResponse: chosen });
    assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_PASSWORD');
    assert.deepEqual(await auth.confirmSignIn({ challengeResponse: PASSWORD }), DONE);
    await auth.signOut();
  }
});

test('a passkey is registered, signs in, and is deleted', async () => {
  const pool = await configure({ ...choices('WEB_AUTHN', 'EMAIL_OTP') }, {}, {
    MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'required' },
  });
  await signedUp(pool, 'kim');
  await auth.signIn({ username: 'kim', password: PASSWORD });
  const device = openPage('https://login.example.com');

  await auth.associateWebAuthnCredential();
  const { credentials: [passkey, ...others] } = await auth.listWebAuthnCredentials();
  assert.deepEqual(others, []);
  assert.equal(passkey.relyingPartyId, 'example.com');
  await assert.rejects(auth.associateWebAuthnCredential(), { name: 'PasskeyAlreadyExists' });
  await auth.signOut();

  const preferring = { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' };
  for (let time = 0; time < 2; time++) {
    assert.deepEqual(await auth.signIn({ username: 'kim', options: preferring }), DONE);
    assert.equal((await auth.getCurrentUser()).username, 'kim');
    await auth.signOut();
  }
  device.moveTo('https://example.com.evil.example');
  await assert.rejects(auth.signIn({ username: 'kim', options: preferring }), { name: 'NotAuthorizedException' });
  device.moveTo('https://example.com');

  await auth.signIn({ username: 'kim', options: preferring });
  await auth.deleteWebAuthnCredential({ credentialId: passkey.credentialId });
  assert.deepEqual((await auth.listWebAuthnCredentials()).credentials, []);
});
