# -*- coding: utf-8 -*-
from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.clb.v20180317 import clb_client, models

try:
    client = clb_client.ClbClient(credential.Credential('id', 'key'), 'ap-guangzhou')
    resp = client.DescribeLoadBalancers(models.DescribeLoadBalancersRequest())
    print resp.to_json_string()
except TencentCloudSDKException, err:
    if err.code == 'AuthFailure.SignatureFailure':
        print err.message
