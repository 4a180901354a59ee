from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from cloudtool.base import Base


class Plugin(Base):
    def __init__(self, key_id, key):
        account = credential.Credential(key_id, key)
        self.client = CommonClient("clb", "2018-03-17", account, "ap-guangzhou")

    def call(self, action, params):
        try:
            return self.client.call_json(action, params)["Response"]
        except TencentCloudSDKException as error:
            return {"code": self.number(error.code), "message": error.message}
