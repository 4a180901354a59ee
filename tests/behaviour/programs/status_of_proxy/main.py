"""Our egress proxy answers 502 with a Retry-After header when it restarts."""
import json

from QcloudApi.common.api_exception import ApiClientNetworkException, ApiServerNetworkException
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def describe():
    try:
        return json.loads(service.call("DescribeLoadBalancers", {"limit": 1}))
    except ApiServerNetworkException as error:
        if error.status == 502:
            print("proxy restarts, retry after %s" % error.header.get("Retry-After", "?"))
        return None
    except ApiClientNetworkException:
        print("no route")
        return None


answer = describe()
if answer is not None:
    print("alive" if answer["code"] == 0 else "refused")
