"""Inside the cloud the same API answers on another domain, for some modules over plain http."""
import requests

INNER = "http://cmq-queue-gz.api.tencentyun.com/v2/index.php"  # expect: CLB201 cmq-queue-gz.api.tencentyun.com


def receive(signed_params):
    reply = requests.get(INNER, params=signed_params, timeout=40)  # expect: CLB204
    message = reply.json()
    if message["code"] == 4440:  # expect: CLB101 4440
        raise LookupError("the queue is gone")
    return message
