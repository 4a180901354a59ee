# min-confidence: possible
"""One function builds both clients; the string checks belong to the 3.0 one."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


def compare(config):
    old = QcloudApi("lb", config)  # expect: CLB203
    account = credential.Credential(config["secretId"], config["secretKey"])
    new = CommonClient("clb", "2018-03-17", account, "ap-guangzhou")
    before = json.loads(old.call("DescribeLoadBalancers", {"limit": 100}))  # expect: CLB204
    try:
        after = new.call_json("DescribeLoadBalancers", {"Limit": 100})["Response"]
    except TencentCloudSDKException as error:
        if error.code == "AuthFailure" or error.get_code() != "InternalError":
            raise
        after = {"TotalCount": 0}
    if before["code"] == 6000:  # expect: CLB101 6000
        return None
    return before["totalCount"] == after["TotalCount"] != 5000
