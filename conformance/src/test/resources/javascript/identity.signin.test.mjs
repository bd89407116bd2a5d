// Signing in through amazon-cognito-identity-js, as browsers' applications do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import identity from 'amazon-cognito-identity-js';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { code } from './inbox.mjs';
import { authenticator } from './totp.mjs';

const PASSWORD = 'Corr3ct-Horse!';
const NEW_PASSWORD = 'N3w-Passw0rd!';
const administrator = new CognitoIdentityProvider({
  endpoint: process.env.COGNATE_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
});

/** What a browser keeps between two visits; without one, the library shares a memory. */
class Storage {
  #items = new Map();
  getItem(key) { return this.#items.get(key) ?? null; }
  setItem(key, value) { this.#items.set(key, value); }
  removeItem(key) { this.#items.delete(key); }
  clear() { this.#items.clear(); }
}

/** A new pool, and a client of it. */
const newPool = async (config = {}, client = {}) => {
  const { UserPool: { Id: id } } =
    await administrator.createUserPool({ PoolName: 'identity', AutoVerifiedAttributes: ['email'], ...config });
  const { UserPoolClient: { ClientId: clientId } } =
    await administrator.createUserPoolClient({ UserPoolId: id, ClientName: 'c', ...client });
  return { id, clientId };
};

/** A user whom an administrator made and gave a password; a temporary one, if said. */
const created = async (pool, username, { permanent = true } = {}) => {
  const user = { UserPoolId: pool.id, Username: username };
  await administrator.adminCreateUser({
    ...user,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: `${username}@example.com` }, { Name: 'email_verified', Value: 'true' }],
  });
  await administrator.adminSetUserPassword({ ...user, Password: PASSWORD, Permanent: permanent });
};

const user = (pool, username, storage = new Storage()) => new identity.CognitoUser({
  Username: username,
  Pool: new identity.CognitoUserPool({
    UserPoolId: pool.id, ClientId: pool.clientId, Storage: storage, endpoint: `${process.env.COGNATE_URL}/`,
  }),
  Storage: storage,
});

/** Turns callbacks into a promise of the one that was called, by its name, and of what it was given. */
const asked = (method) => new Promise((resolve, reject) => {
  const callbacks = { onFailure: reject };
  for (const name of ['onSuccess', 'newPasswordRequired', 'mfaSetup', 'totpRequired', 'mfaRequired', 'selectMFAType',
    'customChallenge', 'associateSecretCode', 'inputVerificationCode']) {
    callbacks[name] = (...given) => resolve({ step: name, given });
  }
  method(callbacks);
});
const called = (method) => new Promise((resolve, reject) => {
  method((fault, result) => (fault ? reject(fault) : resolve(result)));
});
const details = (username, password) => new identity.AuthenticationDetails({ Username: username, Password: password });
const authenticate = (someone, password = PASSWORD) =>
  asked((callbacks) => someone.authenticateUser(details(someone.getUsername(), password), callbacks));
const succeeds = async (answer) => {
  const { step, given: [result, confirmationNecessary] } = await answer;
  assert.equal(step, 'onSuccess');
  return { result, confirmationNecessary };
};
const asks = async (answer, step) => {
  const { step: found, given } = await answer;
  assert.equal(found, step);
  return given;
};
const refuses = (call, fault, message) => assert.rejects(call, (thrown) => {
  assert.equal(thrown.code, fault);
  assert.equal(thrown.message, message);
  return true;
});

/** Asks with the SDK: the library would ask again for seven seconds. */
const isRevoked = (pool, refreshToken) => assert.rejects(
  administrator.initiateAuth({
    ClientId: pool.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: refreshToken.getToken() },
  }),
  { name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' });

test('a user signs in by SRP and is recognised', async () => {
  const pool = await newPool();
  await created(pool, 'mary');
  const mary = user(pool, 'mary');

  const { result: session } = await succeeds(authenticate(mary));

  assert.ok(session.isValid());
  const { payload } = session.getIdToken();
  assert.equal(payload['cognito:username'], 'mary');
  assert.equal(payload.aud, pool.clientId);
  assert.equal(payload.token_use, 'id');
  assert.equal(payload.email_verified, true);
  const data = await called((then) => mary.getUserData(then));
  assert.equal(data.Username, 'mary');
  assert.equal(data.UserAttributes.find(({ Name }) => Name === 'sub').Value, payload.sub);
});

test('a wrong password and an unknown user are refused', async () => {
  const pool = await newPool();
  await created(pool, 'mary');

  await refuses(authenticate(user(pool, 'mary'), 'Wr0ng-Horse!'), 'NotAuthorizedException', 'Incorrect username or password.');
  await refuses(authenticate(user(pool, 'nobody')), 'UserNotFoundException', 'User does not exist.');
});

test('many sign-ins in a row, for the leading zeros of some of their numbers', async () => {
  const pool = await newPool();
  await created(pool, 'mary');

  for (let time = 0; time < 6; time++) {
    await succeeds(authenticate(user(pool, 'mary')));
  }
});

test('a temporary password is replaced', async () => {
  const pool = await newPool();
  await created(pool, 'nora', { permanent: false });
  const nora = user(pool, 'nora');

  const [attributes, required] = await asks(authenticate(nora), 'newPasswordRequired');
  assert.deepEqual(attributes, { email_verified: 'true', email: 'nora@example.com' });
  assert.deepEqual(required, []);
  await succeeds(asked((callbacks) => nora.completeNewPasswordChallenge(NEW_PASSWORD, { nickname: 'No' }, callbacks)));

  const { result } = await succeeds(authenticate(user(pool, 'nora'), NEW_PASSWORD));
  assert.equal(result.getIdToken().payload.nickname, 'No');
  await refuses(authenticate(user(pool, 'nora')), 'NotAuthorizedException', 'Incorrect username or password.');
});

test('an authenticator app is set up and asked for', async () => {
  const pool = await newPool();
  await administrator.setUserPoolMfaConfig(
    { UserPoolId: pool.id, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await created(pool, 'tom');
  const tom = user(pool, 'tom');
  await succeeds(authenticate(tom));

  const [secret] = await asks(asked((callbacks) => tom.associateSoftwareToken(callbacks)), 'associateSecretCode');
  const app = authenticator(secret);
  await refuses(asked((callbacks) => tom.verifySoftwareToken('000000', 'phone', callbacks)),
    'EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
  await succeeds(asked((callbacks) => tom.verifySoftwareToken(app(), 'phone', callbacks)));
  const preferred = { PreferredMfa: true, Enabled: true };
  assert.equal(await called((then) => tom.setUserMfaPreference(null, preferred, then)), 'SUCCESS');

  const again = user(pool, 'tom');
  const [name, parameters] = await asks(authenticate(again), 'totpRequired');
  assert.equal(name, 'SOFTWARE_TOKEN_MFA');
  assert.equal(parameters.FRIENDLY_DEVICE_NAME, 'phone');
  const used = app();
  const { result } = await succeeds(
    asked((callbacks) => again.sendMFACode(used, callbacks, 'SOFTWARE_TOKEN_MFA')));
  assert.ok(result.isValid());
  const third = user(pool, 'tom');
  await asks(authenticate(third), 'totpRequired');
  await refuses(asked((callbacks) => third.sendMFACode(used, callbacks, 'SOFTWARE_TOKEN_MFA')),
    'ExpiredCodeException', 'Your software token has already been used once.');
});

test('a pool that wants a second factor has a new user set it up', async () => {
  const pool = await newPool();
  await administrator.setUserPoolMfaConfig(
    { UserPoolId: pool.id, MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await created(pool, 'sam');
  const sam = user(pool, 'sam');

  await asks(authenticate(sam), 'mfaSetup');
  const [secret] = await asks(asked((callbacks) => sam.associateSoftwareToken(callbacks)), 'associateSecretCode');
  const app = authenticator(secret);
  const { result } = await succeeds(asked((callbacks) => sam.verifySoftwareToken(app(), 'phone', callbacks)));

  assert.ok(result.isValid());
  const again = user(pool, 'sam');
  await asks(authenticate(again), 'totpRequired');
  await succeeds(asked((callbacks) => again.sendMFACode(app(), callbacks, 'SOFTWARE_TOKEN_MFA')));
});

test('a remembered device spares the second factor', async () => {
  const pool = await newPool(
    { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } });
  await administrator.setUserPoolMfaConfig(
    { UserPoolId: pool.id, MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } });
  await created(pool, 'dora');
  const browser = new Storage();
  const dora = user(pool, 'dora', browser);
  await asks(authenticate(dora), 'mfaSetup');
  const [secret] = await asks(asked((callbacks) => dora.associateSoftwareToken(callbacks)), 'associateSecretCode');
  const app = authenticator(secret);
  await succeeds(asked((callbacks) => dora.verifySoftwareToken(app(), 'phone', callbacks)));

  const unknown = user(pool, 'dora', browser);
  await asks(authenticate(unknown), 'totpRequired');
  const { confirmationNecessary } = await succeeds(
    asked((callbacks) => unknown.sendMFACode(app(), callbacks, 'SOFTWARE_TOKEN_MFA')));
  assert.equal(confirmationNecessary, true);
  const { result: remembered } = await succeeds(asked((callbacks) => unknown.setDeviceStatusRemembered(callbacks)));
  assert.equal(remembered, 'SUCCESS');

  const known = user(pool, 'dora', browser);
  const { result: session } = await succeeds(authenticate(known));
  assert.ok(session.isValid());
  const { result: { Devices: devices } } = await succeeds(asked((callbacks) => known.listDevices(10, null, callbacks)));
  const key = session.getAccessToken().payload.device_key;
  assert.ok(devices.some(({ DeviceKey }) => DeviceKey === key), `${key} is none of the devices`);
  await succeeds(asked((callbacks) => known.forgetSpecificDevice(key, callbacks)));
  await asks(authenticate(user(pool, 'dora', browser)), 'totpRequired');
});

test('a session is refreshed, and ends by a global sign-out', async () => {
  const pool = await newPool();
  await created(pool, 'rob');
  const rob = user(pool, 'rob');
  const { result: first } = await succeeds(authenticate(rob));

  const second = await called((then) => rob.refreshSession(first.getRefreshToken(), then));

  assert.notEqual(second.getAccessToken().getJwtToken(), first.getAccessToken().getJwtToken());
  assert.equal(second.getAccessToken().payload.origin_jti, first.getAccessToken().payload.origin_jti);
  assert.equal(second.getRefreshToken().getToken(), first.getRefreshToken().getToken());
  const token = second.getRefreshToken();
  await succeeds(asked((callbacks) => rob.globalSignOut(callbacks)));
  await isRevoked(pool, token);
  rob.setSignInUserSession(first);
  await refuses(called((then) => rob.getUserAttributes(then)), 'NotAuthorizedException', 'Access Token has been revoked');
});

test('signing out revokes the refresh token', async () => {
  const pool = await newPool();
  await created(pool, 'sue');
  const sue = user(pool, 'sue');
  const { result: session } = await succeeds(authenticate(sue));

  await new Promise((resolve) => { sue.signOut(resolve); });

  await isRevoked(pool, session.getRefreshToken());
});

test('a forgotten password is replaced, and the new one signs in', async () => {
  const pool = await newPool();
  await created(pool, 'frank');
  const frank = user(pool, 'frank');

  await asks(asked((callbacks) => frank.forgotPassword(callbacks)), 'inputVerificationCode');
  const sent = await code(pool.id, 'frank');
  await succeeds(asked((callbacks) => frank.confirmPassword(sent, NEW_PASSWORD, callbacks)));

  await refuses(authenticate(frank), 'NotAuthorizedException', 'Incorrect username or password.');
  await succeeds(authenticate(frank, NEW_PASSWORD));
  assert.equal(await called((then) => frank.changePassword(NEW_PASSWORD, PASSWORD, then)), 'SUCCESS');
  await succeeds(authenticate(user(pool, 'frank')));
});

test('functions of a custom sign-in ask, after SRP and without', async () => {
  const pool = await newPool(
    { LambdaConfig: {
      DefineAuthChallenge: process.env.FUNCTION,
      CreateAuthChallenge: process.env.FUNCTION,
      VerifyAuthChallengeResponse: process.env.FUNCTION,
    } },
    { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] });
  await created(pool, 'carl');
  const answer = (someone, text) => asked((callbacks) => someone.sendCustomChallengeAnswer(text, callbacks));

  const carl = user(pool, 'carl');
  carl.setAuthenticationFlowType('CUSTOM_AUTH');
  const [first] = await asks(
    asked((callbacks) => carl.initiateAuth(details('carl'), callbacks)), 'customChallenge');
  assert.equal(first.riddle, 'What is twice 1?');
  const [second] = await asks(answer(carl, 'three'), 'customChallenge');
  assert.equal(second.riddle, 'What is twice 2?');
  const { result } = await succeeds(answer(carl, '4'));
  assert.ok(result.isValid());

  const bySrp = user(pool, 'carl');
  bySrp.setAuthenticationFlowType('CUSTOM_AUTH');
  const [third] = await asks(authenticate(bySrp), 'customChallenge');
  assert.equal(third.riddle, 'What is twice 3?');
  await succeeds(answer(bySrp, '6'));

  const wrong = user(pool, 'carl');
  wrong.setAuthenticationFlowType('CUSTOM_AUTH');
  await asks(asked((callbacks) => wrong.initiateAuth(details('carl'), callbacks)), 'customChallenge');
  await asks(answer(wrong, 'no'), 'customChallenge');
  await asks(answer(wrong, 'no'), 'customChallenge');
  await refuses(answer(wrong, 'no'), 'NotAuthorizedException', 'Incorrect username or password.');
});
