from cvm.client import call
from cvm.errors import RETRY, InstanceError, check


def instances(limit=100):
    for _ in range(3):
        try:
            return check(call("DescribeInstances", Limit=limit))["InstanceSet"]
        except InstanceError as error:
            if error.code == "AuthFailure.SignatureFailure" or error.code.startswith("Unauthor"):
                raise PermissionError(error.code) from error
            if error.code not in RETRY:
                raise
    return []


def states():
    for instance in instances():
        code = {"RUNNING": 4000, "STOPPED": 5000}.get(instance["InstanceState"], 6000)
        yield instance["InstanceId"], code


for name, code in states():
    if code == 5000 or code > 5000:
        print(name, "does not run")
