import os

import requests

API_HOST = os.environ.get("QCLOUD_LB_HOST", "lb.api.qcloud.com")  # expect: CLB201 lb.api.qcloud.com


def call(params):
    reply = requests.post(f"https://{API_HOST}/v2/index.php", data=params)  # expect: CLB204
    answer = reply.json()
    if answer["code"] != 0:  # expect: CLB102
        raise RuntimeError("{code}: {message}".format(code=answer["code"], message=answer["message"]))  # expect: CLB104; CLB104
    return answer
