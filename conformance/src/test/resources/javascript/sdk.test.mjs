// The whole life of a user through the AWS SDK for JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { PATIENCE_MILLIS, code } from './inbox.mjs';

const PASSWORD = 'Corr3ct-Horse!';
const cognito = new sdk.CognitoIdentityProvider({
  endpoint: process.env.COGNATE_URL,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
  // By default it repeats what LimitExceededException refuses, with seconds between.
  maxAttempts: 1,
});

const { UserPool: { Id: pool } } = await cognito.createUserPool({ PoolName: 'sdk', AutoVerifiedAttributes: ['email'] });
const { UserPoolClient: { ClientId: client } } =
  await cognito.createUserPoolClient({ UserPoolId: pool, ClientName: 'c' });

const signUp = (username) => cognito.signUp({
  ClientId: client,
  Username: username,
  Password: PASSWORD,
  UserAttributes: [{ Name: 'email', Value: `${username}@example.com` }],
});
const confirm = (username, confirmationCode) =>
  cognito.confirmSignUp({ ClientId: client, Username: username, ConfirmationCode: confirmationCode });
const user = (username) => cognito.adminGetUser({ UserPoolId: pool, Username: username });
const byName = (attributes) => Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));

/** Asserts that a call is rejected with the SDK's own class of a fault, with the service's text. */
const refuses = (call, type, message) => assert.rejects(call, (fault) => {
  assert.equal(fault.name, type.name);
  assert.ok(fault instanceof type, `${fault} is no ${type.name}`);
  assert.equal(fault.message, message);
  assert.equal(fault.$fault, 'client');
  assert.equal(fault.$metadata.httpStatusCode, 400);
  assert.ok(fault.$metadata.requestId);
  return true;
});

test('a user signs up, loses the code, asks again and confirms', async () => {
  const signedUp = await signUp('mary');
  assert.equal(signedUp.UserConfirmed, false);
  const delivered = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'm***@e***' };
  assert.deepEqual(signedUp.CodeDeliveryDetails, delivered);
  await code(pool, 'mary');

  const resent = await cognito.resendConfirmationCode({ ClientId: client, Username: 'mary' });
  assert.deepEqual(resent.CodeDeliveryDetails, delivered);
  await refuses(confirm('mary', 'wrong'), sdk.CodeMismatchException,
    'Invalid verification code provided, please try again.');
  await confirm('mary', await code(pool, 'mary'));

  const mary = await user('mary');
  assert.equal(mary.UserStatus, 'CONFIRMED');
  assert.ok(mary.UserCreateDate instanceof Date);
  assert.deepEqual(byName(mary.UserAttributes),
    { sub: signedUp.UserSub, email: 'mary@example.com', email_verified: 'true' });
  await refuses(confirm('mary', '123456'), sdk.NotAuthorizedException,
    'User cannot be confirmed. Current status is CONFIRMED');
  await refuses(cognito.resendConfirmationCode({ ClientId: client, Username: 'mary' }),
    sdk.InvalidParameterException, 'User is already confirmed.');
});

test('a forgotten password is replaced', async () => {
  await signUp('frank');
  await confirm('frank', await code(pool, 'frank'));
  const replace = (confirmationCode, password) => cognito.confirmForgotPassword(
    { ClientId: client, Username: 'frank', ConfirmationCode: confirmationCode, Password: password });

  const forgotten = await cognito.forgotPassword({ ClientId: client, Username: 'frank' });
  assert.equal(forgotten.CodeDeliveryDetails.Destination, 'f***@e***');
  const sent = await code(pool, 'frank');
  await refuses(replace('wrong', PASSWORD), sdk.CodeMismatchException,
    'Invalid verification code provided, please try again.');
  await refuses(replace(sent, 'weak'), sdk.InvalidPasswordException,
    'Password does not conform to policy: Password not long enough');
  await replace(sent, 'N3w-Passw0rd!');
  await refuses(replace(sent, 'N3w-Passw0rd!'), sdk.ExpiredCodeException,
    'Invalid code provided, please request a code again.');
});

test('an administrator creates, changes, disables, lists and deletes', async () => {
  for (const username of ['ada', 'adb', 'adc']) {
    const { User } = await cognito.adminCreateUser({
      UserPoolId: pool,
      Username: username,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: `${username}@example.com` }, { Name: 'email_verified', Value: 'true' }],
    });
    assert.equal(User.UserStatus, 'FORCE_CHANGE_PASSWORD');
  }
  const ada = { UserPoolId: pool, Username: 'ada' };
  await cognito.adminUpdateUserAttributes({ ...ada, UserAttributes: [{ Name: 'nickname', Value: 'Ännchen ✓' }] });
  assert.equal(byName((await user('ada')).UserAttributes).nickname, 'Ännchen ✓');
  await cognito.adminDeleteUserAttributes({ ...ada, UserAttributeNames: ['nickname'] });
  assert.ok(!('nickname' in byName((await user('ada')).UserAttributes)));
  await cognito.adminSetUserPassword({ ...ada, Password: PASSWORD, Permanent: true });
  await cognito.adminDisableUser(ada);
  const disabled = await user('ada');
  assert.deepEqual([disabled.UserStatus, disabled.Enabled], ['CONFIRMED', false]);
  await refuses(cognito.forgotPassword({ ClientId: client, Username: 'ada' }), sdk.NotAuthorizedException,
    'User is disabled.');
  await cognito.adminEnableUser(ada);

  const pages = [];
  for await (const page of sdk.paginateListUsers({ client: cognito },
    { UserPoolId: pool, Filter: 'username ^= "ad"', Limit: 2 })) {
    pages.push(page.Users.map(({ Username }) => Username));
  }
  assert.deepEqual(pages, [['ada', 'adb'], ['adc']]);
  await refuses(cognito.listUsers({ UserPoolId: pool, Filter: 'username' }), sdk.InvalidParameterException,
    'Error while parsing filter.');

  const deleted = await cognito.adminDeleteUser(ada);
  assert.equal(deleted.$metadata.httpStatusCode, 200);
  await refuses(user('ada'), sdk.UserNotFoundException, 'User does not exist.');
});

test('an address of an invited user waits for its code', async () => {
  const { UserPool: { Id: waiting } } = await cognito.createUserPool({
    PoolName: 'waiting',
    AutoVerifiedAttributes: ['email'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  });
  const ann = { UserPoolId: waiting, Username: 'ann' };
  const address = (value) => [{ Name: 'email', Value: value }];
  const verified = { Name: 'email_verified', Value: 'true' };
  const attributes = async () => byName((await cognito.adminGetUser(ann)).UserAttributes);
  await cognito.adminCreateUser(
    { ...ann, DesiredDeliveryMediums: ['EMAIL'], UserAttributes: [...address('old@example.com'), verified] });
  assert.match(await code(waiting, 'ann'), /^\S{8,}$/);
  const invited = await attributes();

  await cognito.adminUpdateUserAttributes({ ...ann, UserAttributes: address('new@example.com') });
  assert.match(await code(waiting, 'ann'), /^\d{6}$/);
  assert.deepEqual(await attributes(), invited);
  await cognito.adminUpdateUserAttributes({ ...ann, UserAttributes: [...address('new@example.com'), verified] });
  assert.deepEqual(await attributes(), { ...invited, email: 'new@example.com' });
});

test('groups are made, joined, listed and deleted', async () => {
  const { UserPool: { Id: UserPoolId } } = await cognito.createUserPool({ PoolName: 'groups' });
  for (const [Precedence, GroupName] of ['readers', 'writers', 'admins'].entries()) {
    const { Group } = await cognito.createGroup({ UserPoolId, GroupName, Precedence });
    assert.deepEqual(Group.CreationDate, Group.LastModifiedDate);
  }
  const readers = { UserPoolId, GroupName: 'readers' };
  const { Group: changed } = await cognito.updateGroup({ ...readers, Description: 'Those who read' });
  assert.equal(changed.Precedence, 0);
  assert.deepEqual((await cognito.getGroup(readers)).Group, changed);
  await cognito.adminCreateUser({ UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' });
  for (const GroupName of ['writers', 'readers']) {
    await cognito.adminAddUserToGroup({ UserPoolId, GroupName, Username: 'ada' });
  }

  const pages = [];
  for await (const page of sdk.paginateListGroups({ client: cognito, pageSize: 2 }, { UserPoolId })) {
    pages.push(page.Groups.length);
  }
  assert.deepEqual(pages, [2, 1]);
  const { Groups: joined } = await cognito.adminListGroupsForUser({ UserPoolId, Username: 'ada' });
  assert.deepEqual(joined.map(({ GroupName }) => GroupName), ['readers', 'writers']);
  await cognito.adminRemoveUserFromGroup({ ...readers, Username: 'ada' });
  assert.deepEqual((await cognito.listUsersInGroup(readers)).Users, []);
  const { Users: [member] } = await cognito.listUsersInGroup({ UserPoolId, GroupName: 'writers' });
  assert.equal(member.Username, 'ada');
  await cognito.deleteGroup(readers);
  await refuses(cognito.getGroup(readers), sdk.ResourceNotFoundException, 'Group not found.');
  await refuses(cognito.createGroup({ UserPoolId, GroupName: 'writers' }), sdk.GroupExistsException,
    'A group with the name already exists.');
});

test('users are imported and choose a password', async () => {
  const { CSVHeader: header } = await cognito.getCSVHeader({ UserPoolId: pool });
  const row = {
    'cognito:username': 'ian', 'cognito:mfa_enabled': 'false', email: 'ian@example.com', email_verified: 'true',
    name: 'Ännchen\\, Ian',
  };
  const csv = `${header.join(',')}\n${header.map((name) => row[name] ?? '').join(',')}\n`;
  const { UserImportJob: created } = await cognito.createUserImportJob({
    UserPoolId: pool,
    JobName: 'people',
    CloudWatchLogsRoleArn: 'arn:aws:iam::123456789012:role/import',
  });
  const job = { UserPoolId: pool, JobId: created.JobId };
  await refuses(cognito.startUserImportJob(job), sdk.PreconditionNotMetException,
    'The CSV file of the import job has not been uploaded.');

  const uploaded = await fetch(created.PreSignedUrl,
    { method: 'PUT', headers: { 'x-amz-server-side-encryption': 'aws:kms' }, body: csv });
  assert.equal(uploaded.status, 200);
  const { UserImportJob: started } = await cognito.startUserImportJob(job);
  assert.equal(started.Status, 'Pending');
  let ended = started;
  for (const end = Date.now() + PATIENCE_MILLIS; !ended.CompletionDate && Date.now() < end;) {
    ({ UserImportJob: ended } = await cognito.describeUserImportJob(job));
  }

  assert.equal(ended.Status, 'Succeeded');
  assert.deepEqual([ended.ImportedUsers, ended.SkippedUsers, ended.FailedUsers], [1, 0, 0]);
  const imported = await user('ian');
  assert.equal(imported.UserStatus, 'RESET_REQUIRED');
  assert.equal(byName(imported.UserAttributes).name, 'Ännchen, Ian');
  await cognito.forgotPassword({ ClientId: client, Username: 'ian' });
  await cognito.confirmForgotPassword(
    { ClientId: client, Username: 'ian', ConfirmationCode: await code(pool, 'ian'), Password: PASSWORD });
  assert.equal((await user('ian')).UserStatus, 'CONFIRMED');
});

test('what is refused arrives as the class of its fault', async () => {
  await signUp('peter');
  await refuses(signUp('peter'), sdk.UsernameExistsException, 'User already exists');
  await refuses(cognito.resendConfirmationCode({ ClientId: client, Username: 'nobody' }), sdk.UserNotFoundException,
    'Username/client id combination not found.');
  await refuses(cognito.getUser({ AccessToken: 'no.to.ken' }), sdk.NotAuthorizedException, 'Invalid Access Token');
  await refuses(cognito.resendConfirmationCode({ ClientId: 'nosuchclient', Username: 'peter' }),
    sdk.ResourceNotFoundException, 'User pool client nosuchclient does not exist.');
  await refuses(cognito.adminCreateUser({ UserPoolId: pool, Username: 'peter' }), sdk.UsernameExistsException,
    'User account already exists');
  await refuses(cognito.adminGetUser({ UserPoolId: pool, Username: '' }), sdk.InvalidParameterException,
    '2 validation errors detected: '
      + "Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1; "
      + "Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: "
      + '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+');
  for (let call = 1; call <= 5; call++) {
    await cognito.resendConfirmationCode({ ClientId: client, Username: 'peter' });
  }
  await refuses(cognito.resendConfirmationCode({ ClientId: client, Username: 'peter' }), sdk.LimitExceededException,
    'Attempt limit exceeded, please try after some time.');
});
