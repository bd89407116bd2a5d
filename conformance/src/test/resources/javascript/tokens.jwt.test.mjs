// Applications check tokens by aws-jwt-verify: with the server's own issuers, or (ISSUER=aws) with those of the service.
import assert from 'node:assert/strict';
import { createHmac, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { mock, test } from 'node:test';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier';
import * as errors from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';

const PASSWORD = 'Corr3ct-Horse!';
const AWS = process.env.ISSUER === 'aws';
const cognito = new CognitoIdentityProvider({
  endpoint: process.env.COGNATE_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
});

/** A pool with a client and a user who is in a group, and the tokens of that user. */
const signedIn = async (config = {}) => {
  const { UserPool: { Id: pool } } = await cognito.createUserPool({ PoolName: 'jwt', ...config });
  const { UserPoolClient: { ClientId: client } } = await cognito.createUserPoolClient(
    { UserPoolId: pool, ClientName: 'c', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] });
  const mary = { UserPoolId: pool, Username: 'mary' };
  await cognito.adminCreateUser({ ...mary, MessageAction: 'SUPPRESS' });
  await cognito.adminSetUserPassword({ ...mary, Password: PASSWORD, Permanent: true });
  await cognito.createGroup({ UserPoolId: pool, GroupName: 'readers' });
  await cognito.adminAddUserToGroup({ ...mary, GroupName: 'readers' });
  const { AuthenticationResult: { IdToken: id, AccessToken: access, RefreshToken: refresh } } = await cognito.initiateAuth({
    ClientId: client, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'mary', PASSWORD },
  });
  return { pool, client, id, access, refresh };
};
const document = async (pool, name) => (await fetch(`${process.env.COGNATE_URL}/${pool}/.well-known/${name}`)).json();

/** The library fetches keys over HTTPS only, and by default from the service. */
const fromThisServer = {
  fetch: async (uri) => (await fetch(`${process.env.COGNATE_URL}${new URL(uri).pathname}`)).arrayBuffer(),
};

/** A verifier of a pool's tokens of one use, as an application makes it, but for where it gets the keys. */
const verifier = async ({ pool, client }, tokenUse, more = {}) => {
  const fields = { clientId: client, tokenUse, ...more };
  const jwksCache = new SimpleJwksCache({ fetcher: fromThisServer });
  if (AWS) {
    return CognitoJwtVerifier.create({ userPoolId: pool, ...fields }, { jwksCache });
  }
  const { issuer, jwks_uri: jwksUri } = await document(pool, 'openid-configuration');
  const customJwtCheck = ({ payload }) => validateCognitoJwtFields(payload, fields);
  return JwtVerifier.create({ issuer, jwksUri, audience: null, scope: more.scope ?? null, customJwtCheck }, { jwksCache });
};

const part = (content) => Buffer.from(JSON.stringify(content)).toString('base64url');
const read = (token, index) => JSON.parse(Buffer.from(token.split('.')[index], 'base64url'));

const mine = await signedIn();
const idTokens = await verifier(mine, 'id');
const accessTokens = await verifier(mine, 'access', { groups: 'readers' });

test('tokens of both uses are accepted', async () => {
  const id = await idTokens.verify(mine.id);
  assert.equal(id['cognito:username'], 'mary');
  assert.deepEqual(id['cognito:groups'], ['readers']);
  const access = await accessTokens.verify(mine.access);
  assert.equal(access.username, 'mary');
  assert.equal(access.sub, id.sub);
  assert.equal(access.iss, AWS
    ? `https://cognito-idp.us-east-1.amazonaws.com/${mine.pool}`
    : `${process.env.COGNATE_URL}/${mine.pool}`);
  assert.equal((await document(mine.pool, 'openid-configuration')).issuer, access.iss);
});

test('refreshed tokens are accepted', async () => {
  const { AuthenticationResult: refreshed } = await cognito.initiateAuth({
    ClientId: mine.client, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: mine.refresh },
  });
  await idTokens.verify(refreshed.IdToken);
  await accessTokens.verify(refreshed.AccessToken);
});

test('a token of the other use, of another client, without the group or the scope is refused', async () => {
  await assert.rejects(idTokens.verify(mine.access), errors.CognitoJwtInvalidTokenUseError);
  await assert.rejects(accessTokens.verify(mine.id), errors.CognitoJwtInvalidTokenUseError);
  const others = await verifier({ ...mine, client: 'another' }, 'access');
  await assert.rejects(others.verify(mine.access), errors.CognitoJwtInvalidClientIdError);
  const admins = await verifier(mine, 'access', { groups: 'admins' });
  await assert.rejects(admins.verify(mine.access), errors.CognitoJwtInvalidGroupError);
  await (await verifier(mine, 'access', { scope: 'aws.cognito.signin.user.admin' })).verify(mine.access);
  const shop = await verifier(mine, 'access', { scope: 'shop/buy' });
  await assert.rejects(shop.verify(mine.access), errors.JwtInvalidScopeError);
});

test('tokens of another pool are refused, also when they claim to be of this one', async () => {
  const foreign = await signedIn();
  const { kid } = read(mine.access, 0);
  assert.notEqual(read(foreign.access, 0).kid, kid, 'pools have keys of their own');
  await assert.rejects(accessTokens.verify(foreign.access), AWS ? errors.ParameterValidationError : errors.KidNotFoundInJwksError);
  await assert.rejects(idTokens.verify(foreign.id), AWS ? errors.ParameterValidationError : errors.KidNotFoundInJwksError);
  // Not even to whom has the other pool's keys is it of this pool.
  const trusting = await verifier(mine, 'access');
  trusting.cacheJwks(await document(foreign.pool, 'jwks.json'));
  await assert.rejects(trusting.verify(foreign.access),
    AWS ? errors.ParameterValidationError : errors.JwtInvalidIssuerError);
  const [, , signature] = foreign.access.split('.');
  const claimed = [part({ alg: 'RS256', kid }), mine.access.split('.')[1], signature].join('.');
  await assert.rejects(accessTokens.verify(claimed), errors.JwtInvalidSignatureError);
});

test('forged tokens are refused', async () => {
  const [header, payload, signature] = mine.access.split('.');
  const promoted = part({ ...read(mine.access, 1), 'cognito:groups': ['readers', 'admins'] });
  await assert.rejects(accessTokens.verify([header, promoted, signature].join('.')), errors.JwtInvalidSignatureError);

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = createSign('RSA-SHA256').update(`${header}.${payload}`).sign(privateKey, 'base64url');
  await assert.rejects(accessTokens.verify([header, payload, own].join('.')), errors.JwtInvalidSignatureError);
  const unknown = part({ alg: 'RS256', kid: 'own' });
  const fresh = await verifier(mine, 'access');
  await assert.rejects(fresh.verify([unknown, payload, own].join('.')), errors.KidNotFoundInJwksError);
});

test('tokens without a signature, or with the public key as the secret of one, are refused', async () => {
  const { kid } = read(mine.access, 0);
  const [, payload] = mine.access.split('.');
  await assert.rejects(accessTokens.verify(`${part({ alg: 'none', kid })}.${payload}.`), errors.JwtBaseError);
  await assert.rejects(
    accessTokens.verify(`${part({ alg: 'none', kid })}.${payload}.c2ln`), errors.JwtInvalidSignatureAlgorithmError);

  const jwk = (await document(mine.pool, 'jwks.json')).keys.find((key) => key.kid === kid);
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const signed = `${part({ alg: 'HS256', kid })}.${payload}`;
  const mac = createHmac('sha256', pem).update(signed).digest('base64url');
  await assert.rejects(accessTokens.verify(`${signed}.${mac}`), errors.JwtInvalidSignatureAlgorithmError);
});

test('the server refuses the forged ones too', async () => {
  const { kid } = read(mine.access, 0);
  const [header, payload, signature] = mine.access.split('.');
  const promoted = part({ ...read(mine.access, 1), username: 'admin' });
  const forged = [
    `${part({ alg: 'none', kid })}.${payload}.`,
    `${header}.${payload}.`,
    `${header}.${promoted}.${signature}`,
    mine.id,
    (await signedIn()).access.split('.').toSpliced(1, 1, payload).join('.'),
  ];
  for (const token of forged) {
    await assert.rejects(cognito.getUser({ AccessToken: token }), { name: 'NotAuthorizedException' });
  }
  assert.equal((await cognito.getUser({ AccessToken: mine.access })).Username, 'mary');
});

test('expired tokens are refused', async () => {
  const { exp } = read(mine.access, 1);
  mock.timers.enable({ apis: ['Date'], now: (exp - 1) * 1000 });
  try {
    await accessTokens.verify(mine.access);
    mock.timers.setTime((exp + 1) * 1000);
    await assert.rejects(accessTokens.verify(mine.access), errors.JwtExpiredError);
    await assert.rejects(idTokens.verify(mine.id), errors.JwtExpiredError);
  } finally {
    mock.timers.reset();
  }
});

test('the issuer of a pool that asks for the newer form is accepted', { skip: !AWS }, async () => {
  const newer = await signedIn({ IssuerConfiguration: { Type: 'UPDATED' } });
  const verify = await verifier(newer, 'access');
  assert.equal((await verify.verify(newer.access)).iss, `https://issuer-cognito-idp.us-east-1.amazonaws.com/${newer.pool}`);
});
