from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile


def _call_api(client, action, params):
    """Send a request of API 3.0 and return its response, also if that is an error."""
    try:
        return client.call_json(action, params)["Response"]
    except TencentCloudSDKException as error:
        if not error.get_request_id():
            raise
        details = {"Code": error.get_code(), "Message": error.get_message()}
        return {"Error": details, "RequestId": error.get_request_id()}


class Balancers:
    """A thin client."""

    def __init__(self, secret_id, secret_key):
        config = {"Region": "ap-guangzhou", "secretId": secret_id, "secretKey": secret_key}
        self._service = CommonClient(
            "clb",
            "2018-03-17",
            credential.Credential(config["secretId"], config["secretKey"]),
            config["Region"],
            ClientProfile(httpProfile=HttpProfile(reqTimeout=90)),
        )

    def _ask(self, action, params):
        answer = _call_api(self._service, action, params)
        if "Error" in answer:
            raise RuntimeError(answer.get("Error", {}).get("Message", ""))
        return answer

    def names(self):
        answer = self._ask("DescribeLoadBalancers", {"Forward": 1})
        return [each["LoadBalancerName"] for each in answer["LoadBalancerSet"]]

    def rename(self, balancer, name):
        params = {"LoadBalancerId": balancer, "LoadBalancerName": name}
        self._ask("ModifyLoadBalancerAttributes", params)


balancers = Balancers("id", "key")
print(balancers.names())
balancers.rename("lb-1", "shop")
