import subprocess

import redis

from obs.metrics import alarm, count
from settings import CODES


def run(words):
    code = subprocess.call(words)
    count("jobs", code)
    if code == 4400 or alarm(CODES["jobs"], words[0]):
        return False
    return not code


def queued():
    code = int(redis.Redis().get("code"))
    count("queue", code)
    return code == 4400 or code > 5000
