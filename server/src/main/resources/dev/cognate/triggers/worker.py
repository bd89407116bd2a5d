"""Runs one Lambda function for Cognate: a line of JSON for each event on standard input, a line for each answer on
standard output. Arguments: the function's file, its handler, the token that answers begin with, the function's ARN."""
import functools
import importlib.util
import json
import os
import sys
import time
import traceback

file, handler_name, token, arn = sys.argv[1:5]

# What the function prints goes to its log, and so does what its own child processes print: standard output is for
# answers alone, and nobody but this loop reads events.
events = os.fdopen(os.dup(0), "rb")
answers = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


class Context:
    """The essentials of Lambda's context object."""

    def __init__(self, request_id, millis):
        self.aws_request_id = request_id
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.invoked_function_arn = arn
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = None
        self._deadline = time.monotonic() + millis / 1000

    def get_remaining_time_in_millis(self):
        return max(0, int((self._deadline - time.monotonic()) * 1000))


def answer(request_id, kind, text, leaving="false"):
    line = '\n{"token":"%s","id":"%s","%s":%s,"leaving":%s}\n' % (token, request_id, kind, text, leaving)
    answers.write(line.encode())
    answers.flush()


def failure(error, kind=None):
    traceback.print_exception(type(error), error, error.__traceback__)
    return json.dumps({"errorType": kind or type(error).__name__, "errorMessage": str(error)})


def load():
    name = os.path.splitext(os.path.basename(file))[0]
    sys.path.insert(0, os.path.dirname(file))
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return functools.reduce(getattr, handler_name.split("."), module)


def run(handler, request):
    request_id = request["id"]
    try:
        result = handler(request["event"], Context(request_id, request["millis"]))
    except Exception as error:
        return answer(request_id, "error", failure(error))
    try:
        text = json.dumps(result)
    except (TypeError, ValueError) as error:
        unusable = TypeError("Unable to marshal response: %s" % error)
        return answer(request_id, "error", failure(unusable, "Runtime.MarshalError"))
    return answer(request_id, "returned", text)


try:
    handler, error = load(), None
except Exception as unloadable:
    handler, error = None, unloadable

for line in iter(events.readline, b""):
    request = json.loads(line)
    if error is not None:
        answer(request["id"], "error", failure(error), "true")
        os._exit(1)
    run(handler, request)
os._exit(0)
