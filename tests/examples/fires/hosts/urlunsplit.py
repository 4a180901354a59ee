from urllib.parse import urlencode, urlunsplit
from urllib.request import urlopen
import json

HOST = "lb.api.qcloud.com"  # expect: CLB201 lb.api.qcloud.com


def ask(params):
    url = urlunsplit(("https", HOST, "/v2/index.php", urlencode(params), ""))
    with urlopen(url) as page:  # expect: CLB204
        answer = json.load(page)
    return answer["loadBalancerSet"] if answer["code"] == 0 else None  # expect: CLB102
