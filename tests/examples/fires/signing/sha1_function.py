import base64
import hashlib
import hmac
import random
import time

import requests

SECRET_ID = "id"
SECRET_KEY = "key"
HOST = "lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def sign(params):
    text = "GET" + HOST + "?" + "&".join("%s=%s" % (k, params[k]) for k in sorted(params))
    digest = hmac.new(SECRET_KEY.encode(), text.encode(), hashlib.sha1).digest()  # expect: CLB205
    return base64.b64encode(digest).decode()


def call(action, **params):
    params.update(Action=action, Region="gz", SecretId=SECRET_ID)
    params.update(Timestamp=int(time.time()), Nonce=random.randint(1, 10**6))
    params["Signature"] = sign(params)
    answer = requests.get("https://" + HOST, params=params).json()  # expect: CLB204
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError("the signature is wrong")
    return answer


print(call("DescribeLoadBalancers", limit=1))  # expect: CLB204 DescribeLoadBalancers
