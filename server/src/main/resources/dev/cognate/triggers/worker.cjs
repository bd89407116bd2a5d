'use strict';
// Runs one Lambda function for Cognate: a line of JSON for each event on standard input, a line for each answer on
// standard output. Arguments: the function's file, its handler, the token that answers begin with, the function's ARN.
const path = require('node:path');
const readline = require('node:readline');
const { pathToFileURL } = require('node:url');

const [file, handlerName, token, arn] = process.argv.slice(1);

// What the function prints goes to its log; standard output is for answers alone.
const toCognate = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

let pending = null; // the id of the event that waits for its answer

function answer(kind, value, leaving) {
  const id = pending;
  pending = null;
  const body = JSON.stringify(value) ?? 'null';
  toCognate(`\n{"token":"${token}","id":"${id}","${kind}":${body},"leaving":${leaving}}\n`);
  process.stdin.ref();
}

function returned(id, value) {
  if (pending === id) {
    try {
      answer('returned', value, false);
    } catch (notJson) {
      pending = id;
      failed(id, notJson);
    }
  }
}

function failed(id, error, leaving = false) {
  if (pending === id) {
    console.error(error instanceof Error ? error.stack : error);
    answer('error', payload(error), leaving);
  }
}

function payload(error) {
  return error instanceof Error || (error && typeof error.message === 'string')
    ? { errorType: String(error.name), errorMessage: error.message }
    : { errorType: typeof error, errorMessage: String(error) };
}

async function load() {
  const module = await import(pathToFileURL(file).href);
  for (const root of [module, module.default]) {
    const found = handlerName.split('.').reduce((object, name) => object?.[name], root);
    if (typeof found === 'function') {
      return found;
    }
  }
  const name = `${path.basename(file, path.extname(file))}.${handlerName}`;
  throw Object.assign(new Error(`${name} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' });
}

function contextOf(id, millis) {
  const deadline = Date.now() + millis;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    invokedFunctionArn: arn,
    awsRequestId: id,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: (error, value) => (error ? failed(id, error) : returned(id, value)),
    succeed: (value) => returned(id, value),
    fail: (error) => failed(id, error),
  };
}

function run(handler, { id, millis, event }) {
  pending = id;
  process.stdin.unref(); // so that beforeExit tells when the function has nothing left to do
  try {
    const context = contextOf(id, millis);
    const promise = handler(event, context, context.done);
    if (typeof promise?.then === 'function') {
      promise.then((value) => returned(id, value), (error) => failed(id, error));
    }
  } catch (error) {
    failed(id, error);
  }
}

// The function has come to its end without an answer: Lambda returns null.
process.on('beforeExit', () => returned(pending, null));

process.on('uncaughtException', (error) => {
  if (pending === null) {
    console.error(error);
  } else {
    failed(pending, error, true);
  }
  process.exit(129);
});

const loading = load().then((handler) => ({ handler }), (error) => ({ error }));
readline.createInterface({ input: process.stdin }).on('line', async (line) => {
  const request = JSON.parse(line);
  const { handler, error } = await loading;
  if (handler) {
    run(handler, request);
  } else {
    pending = request.id;
    failed(request.id, error, true);
    process.exit(1);
  }
}).on('close', () => process.exit(0));
