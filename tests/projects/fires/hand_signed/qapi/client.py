import random
import time

import requests

from qapi import const
from qapi.signer import signature


class Client(object):
    def __init__(self, secret_id, secret_key, module="lb", region="gz"):
        self.secret_id, self.secret_key, self.region = secret_id, secret_key, region
        self.host = "%s.%s" % (module, const.DOMAIN)  # expect: CLB201 lb.api.qcloud.com  # here: host

    def get(self, action, **params):
        params.update(Action=action, Region=self.region, SecretId=self.secret_id)
        params.update(Nonce=random.randint(1, 65535), Timestamp=int(time.time()))
        params["Signature"] = signature(self.secret_key, "GET", self.host, const.PATH, params)
        response = requests.get("https://" + self.host + const.PATH, params=params, timeout=30)  # expect: CLB204 via host  # here: request
        response.raise_for_status()
        return response.json()
