import logging

from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile


def _call_api(client, action, params):
    """Send a request of API 3.0 and return its response, also if that is an error."""
    params = {key: value for key, value in params.items() if value not in (None, [])}
    try:
        return client.call_json(action, params)["Response"]
    except TencentCloudSDKException as error:
        if not error.get_request_id():
            raise
        details = {"Code": error.get_code(), "Message": error.get_message()}
        return {"Error": details, "RequestId": error.get_request_id()}


log = logging.getLogger(__name__)
service = CommonClient(
    "clb",
    "2018-03-17",
    credential.Credential("id", "key"),
    "ap-shanghai",
    ClientProfile(httpProfile=HttpProfile(reqTimeout=90)),
)


def rename(balancer, name):
    answer = _call_api(
        service,
        "ModifyLoadBalancerAttributes",
        {
            "LoadBalancerId": balancer,
            "LoadBalancerName": name,  # at most 50 characters
        },
    )
    code = answer.get("Error", {}).get("Code", "")
    if not code:
        log.info("renamed")
    elif code in (
        "AuthFailure.SignatureFailure",
        "AuthFailure.InvalidAuthorization",
        "AuthFailure.TokenFailure",
    ):
        log.error("who are you? %s", answer.get("Error", {}).get("Message", ""))
    elif code.split(".")[0] == "RequestLimitExceeded":
        log.warning("too fast")
    else:
        raise RuntimeError(answer.get("Error", {}).get("Message", ""))
