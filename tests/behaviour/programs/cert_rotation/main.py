"""Put a new certificate wherever the old one is used."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

from problems import NoCertificate, NotAllowed, Problem, TryAgain

SECRET = dict(secretId="AKIDcerts", secretKey="certs-key")


def replace(old, new):
    config = {"Region": "gz", "secretId": SECRET["secretId"], "secretKey": SECRET["secretKey"]}
    api = QcloudApi("lb", config)
    r = json.loads(api.call("ReplaceCert", dict(oldCertId=old, newCertId=new)))
    if r["codeDesc"] == "Success":
        return
    if r["code"] in (4101, 4102, 4103, 4300):
        raise NotAllowed(r["message"])
    if r["code"] in (4000, 5000):
        raise NoCertificate(r["message"])
    if r["code"] in {4400, 6000, 6200}:
        raise TryAgain(r["message"])
    raise Problem(r["message"])


old, new = sys.argv[1:3]
try:
    replace(old, new)
except NotAllowed:
    sys.exit("we may not touch certificates")
except NoCertificate as e:
    print(old, "or", new, "is not known")
    sys.exit(4)
except TryAgain:
    print("the cloud is busy")
    sys.exit(75)
except Problem as e:
    print("%s -> %s failed: %s" % (old, new, e))
    sys.exit(1)
else:
    print("%s -> %s done" % (old, new))
