from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


def describe(secret_id, secret_key):
    client = clb_client.ClbClient(credential.Credential(secret_id, secret_key), "ap-guangzhou")
    try:
        return client.DescribeLoadBalancers(models.DescribeLoadBalancersRequest())
    except TencentCloudSDKException as e:
        if e.code == 4100:  # expect: CLB105 4100
            print("signature")
        elif e.code == "4104":  # expect: CLB105 4104
            print("no such key")
        elif e.code == "AuthFailure.TokenFailure":
            print("token")
        raise
