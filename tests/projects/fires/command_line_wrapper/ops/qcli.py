"""The command-line program instead of the SDK: no keys in our code."""
import json
import subprocess

PROGRAM = "qcloudcli"


def qcli(*words):
    process = subprocess.Popen([PROGRAM, "lb"] + list(words), stdout=subprocess.PIPE)  # expect: CLB206  # here: command
    out, _ = process.communicate()
    return process.returncode, json.loads(out.decode("utf-8"))
