import json

from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient

client = CommonClient("clb", "2018-03-17", credential.Credential("id", "key"), "ap-guangzhou")
data = json.loads(client.call("DescribeLoadBalancers", {"Limit": 1}))
if "Error" in data["Response"]:
    if data["Response"]["Error"]["Code"] == 4100:  # expect: CLB105 4100
        print("signature")
    error = data["Response"]["Error"]
    if error["Code"] in {4101, 4102, 4103}:  # expect: CLB105 4101 4102 4103
        print("rights")
    if error["Code"] == "UnauthorizedOperation":
        print("rights, said rightly")
