# min-confidence: possible
"""API 3.0 as it should be: string codes, exact or by family."""

from tencentcloud.clb.v20180317 import clb_client, errorcodes, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

AUTH = ("AuthFailure", "AuthFailure.TokenFailure", "UnauthorizedOperation")


def delete(client: clb_client.ClbClient, balancer: str) -> bool:
    request = models.DeleteLoadBalancerRequest()
    request.LoadBalancerIds = [balancer]
    try:
        answer = client.DeleteLoadBalancer(request)
    except TencentCloudSDKException as error:
        if error.code == errorcodes.INVALIDPARAMETER_LBIDNOTFOUND:
            return False
        if error.get_code() in AUTH or error.code.split(".")[0] == "AuthFailure":
            raise PermissionError(error.get_message()) from error
        if error.code == "RequestLimitExceeded" or not error.code:
            return delete(client, balancer)
        raise
    return bool(answer.RequestId)


def connect(secret_id: str, secret_key: str) -> clb_client.ClbClient:
    account = credential.Credential(secret_id, secret_key)
    return clb_client.ClbClient(account, "ap-guangzhou")
