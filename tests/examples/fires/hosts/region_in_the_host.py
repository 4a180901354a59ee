import requests

REGION = "gz"
QUEUE_HOST = "cmq-queue-%s.api.qcloud.com" % REGION  # expect: CLB201 cmq-queue-gz.api.qcloud.com


def receive(params):
    url = "https://{}/v2/index.php".format(QUEUE_HOST)
    message = requests.get(url, params=params, timeout=30).json()  # expect: CLB204
    if message["code"] == 4400:  # expect: CLB101 4400
        return None
    return message
