from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from .common import Outcome

OUR_CODES = {"InvalidParameter.LBIdNotFound": 5000, "AuthFailure.SecretIdNotFound": 4100}


def delete(key, secret, name):
    client = clb_client.ClbClient(credential.Credential(key, secret), "ap-guangzhou")
    request = models.DeleteLoadBalancerRequest()
    request.LoadBalancerIds = [name]
    try:
        client.DeleteLoadBalancer(request)
    except TencentCloudSDKException as error:
        return Outcome(OUR_CODES.get(error.get_code(), 6000), error.get_message())
    return Outcome(0)
