"""Tables of string codes, next to a legacy check that has numbers."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from inventory.balancers import list_balancers

TEXTS = {
    "AuthFailure": "check the keys",
    "AuthFailure.SecretIdNotFound": "this key does not exist",
    "LimitExceeded": "quota",
}


def new_way(region):
    try:
        return list_balancers(region)
    except TencentCloudSDKException as error:
        code = error.get_code()
        print(TEXTS.get(code) or TEXTS.get(code.split(".")[0], error.get_message()))
        if code in TEXTS or code == "ClientNetworkError":
            return []
        raise


def old_way(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 4104:  # expect: CLB101 4104
        print(TEXTS["AuthFailure.SecretIdNotFound"])
    return answer["loadBalancerSet"]
