// What a browser's application does through amazon-cognito-identity-js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import identity from 'amazon-cognito-identity-js';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { code } from './inbox.mjs';

const PASSWORD = 'Corr3ct-Horse!';
const administrator = new CognitoIdentityProvider({
  endpoint: process.env.COGNATE_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
});
const { UserPool: { Id: poolId } } =
  await administrator.createUserPool({ PoolName: 'identity', AutoVerifiedAttributes: ['email'] });
const { UserPoolClient: { ClientId: clientId } } =
  await administrator.createUserPoolClient({ UserPoolId: poolId, ClientName: 'c' });
const pool = new identity.CognitoUserPool(
  { UserPoolId: poolId, ClientId: clientId, endpoint: `${process.env.COGNATE_URL}/` });

const user = (username) => new identity.CognitoUser({ Username: username, Pool: pool });

/** Turns the library's callbacks, of either of its two kinds, into promises. */
const called = (method) => new Promise((resolve, reject) => {
  method((fault, result) => (fault ? reject(fault) : resolve(result)));
});
const answered = (method) => new Promise((resolve, reject) => {
  method({ onSuccess: resolve, onFailure: reject, inputVerificationCode: resolve });
});

const signUp = (username) => {
  const email = new identity.CognitoUserAttribute({ Name: 'email', Value: `${username}@example.com` });
  return called((then) => pool.signUp(username, PASSWORD, [email], [], then));
};
const confirm = (username, sent) => called((then) => user(username).confirmRegistration(sent, false, then));
const resend = (username) => called((then) => user(username).resendConfirmationCode(then));
const forgot = (username) => answered((callbacks) => user(username).forgotPassword(callbacks));
const replace = (username, sent, password) =>
  answered((callbacks) => user(username).confirmPassword(sent, password, callbacks));

const refuses = (call, code, message) => assert.rejects(call, (fault) => {
  assert.equal(fault.code, code);
  assert.equal(fault.name, code);
  assert.equal(fault.message, message);
  return true;
});

test('a user signs up, loses the code, asks again and confirms', async () => {
  const signedUp = await signUp('mary');
  assert.equal(signedUp.userConfirmed, false);
  assert.equal(signedUp.user.getUsername(), 'mary');
  assert.match(signedUp.userSub, /^[0-9a-f-]{36}$/);
  const delivered = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'm***@e***' };
  assert.deepEqual(signedUp.codeDeliveryDetails, delivered);
  await code(poolId, 'mary');

  assert.deepEqual(await resend('mary'), { CodeDeliveryDetails: delivered });
  await refuses(confirm('mary', 'wrong'), 'CodeMismatchException',
    'Invalid verification code provided, please try again.');
  assert.equal(await confirm('mary', await code(poolId, 'mary')), 'SUCCESS');
  await refuses(confirm('mary', '123456'), 'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED');
  await refuses(resend('mary'), 'InvalidParameterException', 'User is already confirmed.');
});

test('a forgotten password is replaced', async () => {
  await signUp('frank');
  await confirm('frank', await code(poolId, 'frank'));

  const forgotten = await forgot('frank');
  assert.deepEqual(forgotten.CodeDeliveryDetails,
    { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'f***@e***' });
  const sent = await code(poolId, 'frank');
  await refuses(replace('frank', 'wrong', PASSWORD), 'CodeMismatchException',
    'Invalid verification code provided, please try again.');
  await refuses(replace('frank', sent, 'nosymbols1A'), 'InvalidPasswordException',
    'Password does not conform to policy: Password must have symbol characters');
  assert.equal(await replace('frank', sent, 'N3w-Passw0rd!'), 'SUCCESS');
});

test('what is refused arrives by name and text', async () => {
  await signUp('peter');
  await refuses(signUp('peter'), 'UsernameExistsException', 'User already exists');
  await refuses(resend('nobody'), 'UserNotFoundException', 'Username/client id combination not found.');
  await refuses(forgot('peter'), 'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number');
});

test('a forged session reads and changes nothing', async () => {
  await signUp('grace');
  const now = Math.floor(Date.now() / 1000);
  const part = (content) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const forged = [part({ alg: 'RS256', kid: 'own' }), part({ username: 'grace', iat: now, exp: now + 3600 }), 'c2ln'].join('.');
  const grace = user('grace');
  grace.setSignInUserSession(new identity.CognitoUserSession({
    IdToken: new identity.CognitoIdToken({ IdToken: forged }),
    AccessToken: new identity.CognitoAccessToken({ AccessToken: forged }),
    RefreshToken: new identity.CognitoRefreshToken({ RefreshToken: 'forged' }),
  }));
  const nickname = new identity.CognitoUserAttribute({ Name: 'nickname', Value: 'x' });

  const calls = [
    () => called((then) => grace.getUserData(then)),
    () => called((then) => grace.updateAttributes([nickname], then)),
    () => called((then) => grace.changePassword(PASSWORD, 'N3w-Passw0rd!', then)),
    () => called((then) => grace.deleteUser(then)),
    () => answered((callbacks) => grace.getAttributeVerificationCode('email', callbacks)),
    () => answered((callbacks) => grace.verifyAttribute('email', '123456', callbacks)),
  ];
  for (const call of calls) {
    await refuses(call(), 'NotAuthorizedException', 'Invalid Access Token');
  }
  const { UserAttributes: kept } = await administrator.adminGetUser({ UserPoolId: poolId, Username: 'grace' });
  assert.deepEqual(kept.map(({ Name }) => Name).sort(), ['email', 'email_verified', 'sub']);
});
