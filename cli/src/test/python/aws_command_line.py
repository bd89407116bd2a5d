"""Runs the installed AWS command line, again and again, without starting Python each time.

Each line of standard input is a JSON object with "words", "variables" and "folder"; each is answered by a line with
"status", "out" and "err". Every command runs in a process of its own, forked from this one.
"""

import json
import os
import random
import sys
import tempfile
import traceback

import awscli.clidriver

# Version 1 fills a sample with any value of an enumeration; version 2 takes the first, and can be compared.
random.choice = lambda values: list(values)[0]


def run(case):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os.chdir(case["folder"])
            modules = os.environ["AWS_DATA_PATH"]
            os.environ.clear()
            os.environ.update(case["variables"], AWS_DATA_PATH=modules)
            status = 255
            try:
                status = awscli.clidriver.create_clidriver().main(case["words"])
            except SystemExit as left:
                status = left.code
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status or 0)
        _, ended = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return {
            "status": os.waitstatus_to_exitcode(ended),
            "out": out.read().decode(),
            "err": err.read().decode(),
        }


for line in sys.stdin:
    answer = run(json.loads(line))
    print(json.dumps(answer), flush=True)
