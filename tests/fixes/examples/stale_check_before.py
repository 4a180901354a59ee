from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

client = clb_client.ClbClient(credential.Credential("id", "key"), "ap-guangzhou")
try:
    client.DescribeLoadBalancers(models.DescribeLoadBalancersRequest())
except TencentCloudSDKException as error:
    if error.code == 4105:
        print("the token is wrong")
    else:
        raise
