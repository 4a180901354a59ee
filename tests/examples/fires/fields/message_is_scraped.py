"""The product's own number stands in brackets at the start of the message."""
import json
import re

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

NUMBER = re.compile(r"^\((-?\d+)\)\s*(.*)$")


def product_error(answer):
    match = NUMBER.match(answer["message"])  # expect: CLB104
    if match is None:
        return None
    return int(match.group(1))


def listeners(lb_id):
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancerListeners", {"loadBalancerId": lb_id}))  # expect: CLB204 DescribeLoadBalancerListeners
    if answer["code"] == 5100 and "not exist" in answer["message"]:  # expect: CLB101 5100; CLB104
        return []
    if product_error(answer) == 100004:
        raise LookupError(lb_id)
    return answer["listenerSet"]
