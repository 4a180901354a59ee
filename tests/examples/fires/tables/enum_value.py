import json
from enum import Enum

import requests

LB_URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


class LbError(Enum):
    EXPIRED = 4500  # expect: CLB103 4500
    PROTOCOL = "4600"  # expect: CLB103 4600


def get(params):
    answer = json.loads(requests.get(LB_URL, params=params).text)  # expect: CLB204
    if answer["code"] == LbError.EXPIRED.value:  # expect: CLB101 4500
        raise RuntimeError("clock")
    if str(answer["code"]) == LbError.PROTOCOL.value:  # expect: CLB101 4600
        raise RuntimeError("https")
    return answer
