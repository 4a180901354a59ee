"""Supports the old and the new API; the old one is gone, so its half must go too."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

ID, KEY = os.environ["ID"], os.environ["KEY"]


def new_way():
    client = clb_client.ClbClient(credential.Credential(ID, KEY), "ap-guangzhou")
    try:
        return client.DescribeLoadBalancers(models.DescribeLoadBalancersRequest()).TotalCount
    except TencentCloudSDKException as error:
        if error.get_code() == "AuthFailure.SignatureFailure":
            raise PermissionError("signature") from error
        raise


def old_way():
    api = QcloudApi("lb", {"Region": "gz", "secretId": ID, "secretKey": KEY})  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError("signature")
    return answer["totalCount"]


print(new_way() if os.environ.get("API") == "3" else old_way())
