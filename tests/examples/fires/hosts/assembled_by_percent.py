import requests

TEMPLATE = "https://%s.api.%s.com/v2/index.php"


def fetch(params):
    url = TEMPLATE % ("lb", "qcloud")  # expect: CLB201 lb.api.qcloud.com
    rsp = requests.get(url, params=params)  # expect: CLB204
    return rsp.json()["code"] == 0  # expect: CLB102
