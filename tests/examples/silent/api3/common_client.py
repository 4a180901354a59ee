"""CommonClient: dictionaries with `Response`, PascalCase fields, big numbers in the data."""

from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

client = CommonClient("clb", "2018-03-17", credential.Credential("id", "key"), "ap-shanghai")


def ports(balancer):
    answer = client.call_json("DescribeListeners", {"LoadBalancerId": balancer})["Response"]
    found = []
    for listener in answer["Listeners"]:
        if listener["Port"] in (4000, 4100, 5000) or listener["EndPort"] == 6000:
            found.append(listener["ListenerId"])
    if answer["TotalCount"] == 5000:
        print("the list is cut")
    return found


def balancers():
    try:
        return client.call_json("DescribeLoadBalancers", {"Limit": 100})["Response"]
    except TencentCloudSDKException as error:
        if error.code.startswith("AuthFailure"):
            raise SystemExit("keys?") from error
        if "4100" in error.message:
            print(error.requestId)
        return {"LoadBalancerSet": [], "TotalCount": 0}
