from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException  # here: exception

from .errors import ClbError


def make(secret_id, secret_key):
    return clb_client.ClbClient(credential.Credential(secret_id, secret_key), "ap-guangzhou")


def describe(client, ids):
    request = models.DescribeLoadBalancersRequest()
    request.LoadBalancerIds = ids
    try:
        return client.DescribeLoadBalancers(request)
    except TencentCloudSDKException as error:
        raise ClbError(error.get_code(), error.get_message()) from error  # here: wrapped


def delete(client, ids):
    request = models.DeleteLoadBalancerRequest()
    request.LoadBalancerIds = ids
    client.DeleteLoadBalancer(request)


def code_of(error: TencentCloudSDKException) -> str:
    return error.code
