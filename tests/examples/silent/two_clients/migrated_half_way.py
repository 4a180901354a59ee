"""Half of the tool speaks API 3.0 already; its string codes are fine as they are."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


def names_old(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError
    return [one["loadBalancerName"] for one in answer["loadBalancerSet"]]


def names_new(config):
    account = credential.Credential(config["secretId"], config["secretKey"])
    client = clb_client.ClbClient(account, config["Region"])
    try:
        answer = client.DescribeLoadBalancers(models.DescribeLoadBalancersRequest())
    except TencentCloudSDKException as error:
        if error.code == "AuthFailure" or error.get_code().startswith("AuthFailure."):
            raise PermissionError(error.message) from error
        raise
    if answer.TotalCount == 5000:
        print("cut off")
    return [one.LoadBalancerName for one in answer.LoadBalancerSet]
