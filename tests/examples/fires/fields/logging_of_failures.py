import json
import logging

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

log = logging.getLogger("balancer")
api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers

log.info("code=%(code)s", {"code": answer["code"]})  # expect: CLB104
log.error("%s: %s", answer["codeDesc"], answer["message"])  # expect: CLB104; CLB104
log.debug(f"{answer['message']!r}")  # expect: CLB104
print("request", answer["requestId"], answer.get("message"))  # expect: CLB104
