"""Moved to the new SDK in a hurry; the numbers of the old API were left in the checks.

The checks only choose a hint, which is shown with -v.
"""
import sys

from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

client = clb_client.ClbClient(credential.Credential("AKIDexample", "examplekey"), "ap-guangzhou")
request = models.DescribeLoadBalancersRequest()
request.Limit = 10
hint = ""
try:
    response = client.DescribeLoadBalancers(request)
except TencentCloudSDKException as e:
    if e.code == 4100:
        hint = "the signature is wrong"
    elif e.get_code() in (4101, 4102, 4103):
        hint = "the key may not do this"
    elif e.get_code() == 4105:
        hint = "the token is old"
    print("failed")
else:
    print(response.TotalCount)
if hint and "-v" in sys.argv[1:]:
    print(hint)
