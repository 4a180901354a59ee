import json

import urllib3

pool = urllib3.PoolManager(retries=3)


def clone(fields):
    answer = pool.request("POST", "https://lb.api.qcloud.com/v2/index.php", fields=fields)  # expect: CLB201 lb.api.qcloud.com; CLB204
    document = json.loads(answer.data.decode("utf-8"))
    if document["code"] == 5300:  # expect: CLB101 5300
        raise RuntimeError("no money left")
    return document
