"""The calls were moved to the new SDK, the error handling was not."""
from tencentcloud.clb.v20180317.clb_client import ClbClient
from tencentcloud.clb.v20180317.models import DeleteLoadBalancerRequest
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


class Cleaner:
    def __init__(self, secret_id, secret_key):
        self.client = ClbClient(Credential(secret_id, secret_key), "ap-guangzhou")
        self.last_error = None

    def delete(self, ids):
        request = DeleteLoadBalancerRequest()
        request.LoadBalancerIds = ids
        try:
            self.client.DeleteLoadBalancer(request)
        except TencentCloudSDKException as exc:
            self.last_error = exc.code
        match self.last_error:
            case None:
                return True
            case 5000:  # expect: CLB105 5000
                return True
        return int(self.last_error) not in (4000, 5100)  # expect: CLB105 4000 5100
