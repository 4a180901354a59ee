"""Print jobs: the spooler's answers have a code as well."""
import requests

from .retrying import retried, until
from .settings import SPOOLER


@retried()
def job_status(number):
    return requests.get(SPOOLER + "/jobs/%d" % number, timeout=3).json()


def settled(answer):
    return answer["code"] != 4400


def wait_for(number):
    answer = until(settled, job_status, number)
    if answer["code"] == 5000 or answer["code"] in ("4100", "6000"):
        raise KeyError(number)
    return not answer["code"]
