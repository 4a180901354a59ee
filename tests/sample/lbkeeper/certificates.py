"""Renews certificates; the first part of lbkeeper that was moved to the new SDK."""

from tencentcloud.clb.v20180317 import clb_client, models
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from lbkeeper import settings


def renew(balancer, old, new):
    client = clb_client.ClbClient(
        credential.Credential(settings.SECRET_ID, settings.SECRET_KEY), "ap-guangzhou"
    )
    request = models.ReplaceCertForLoadBalancersRequest()
    request.OldCertificateId = old
    request.Certificate = models.CertificateInput()
    request.Certificate.CertId = new
    try:
        client.ReplaceCertForLoadBalancers(request)
    except TencentCloudSDKException as error:
        if error.code == 5000:  # was never adapted: the new codes are strings
            return False
        raise
    return True
