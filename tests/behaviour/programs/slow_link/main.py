"""From the plant the line is slow: 200 seconds, not the SDK's 90."""
import json

from QcloudApi.common.api_exception import ApiClientNetworkException, ApiServerNetworkException
from QcloudApi.qcloudapi import QcloudApi

TIMEOUT = 200
service = QcloudApi("lb", {"Region": "de", "secretId": "AKIDexample", "secretKey": "examplekey"})
try:
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 5}, TIMEOUT))
except ApiClientNetworkException:
    print("line is down")
except ApiServerNetworkException:
    print("gateway trouble")
else:
    print("reached" if answer["code"] == 0 else "refused")
