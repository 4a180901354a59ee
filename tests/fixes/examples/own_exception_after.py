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


service = CommonClient(
    "clb",
    "2018-03-17",
    credential.Credential("id", "key"),
    "ap-guangzhou",
    ClientProfile(httpProfile=HttpProfile(reqTimeout=90)),
)


class CloudError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def balancers(project):
    answer = _call_api(service, "DescribeLoadBalancers", {"Forward": 1, "ProjectId": project})
    if "Error" in answer:
        raise CloudError(answer.get("Error", {}).get("Code", ""), answer.get("Error", {}).get("Message", ""))
    return [each["LoadBalancerId"] for each in answer["LoadBalancerSet"]]


def show(project):
    try:
        print(balancers(project))
    except CloudError as error:
        if error.code == "AuthFailure.MFAFailure":
            print("a second factor is wanted")
        else:
            raise


show(0)
