# min-confidence: possible
"""Everything speaks API 3.0 here; codes are strings and stay what they are."""
import json

from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from .errors import CloudError


class Service:
    def __init__(self, secret_id, secret_key, region="ap-guangzhou"):
        account = credential.Credential(secret_id, secret_key)
        self._client = CommonClient("clb", "2018-03-17", account, region)

    def call(self, action, params):
        try:
            body = self._client.call(action, params)
        except TencentCloudSDKException as error:
            raise CloudError(error.code, error.message) from error
        response = json.loads(body)["Response"]
        if "Error" in response:
            code = response["Error"]["Code"]
            raise CloudError(code, response["Error"]["Message"])
        return response
