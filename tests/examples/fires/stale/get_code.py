from tencentcloud.clb.v20180317 import models
from tencentcloud.common.exception import tencent_cloud_sdk_exception as errors


def bind(client, lb, listener):
    request = models.RegisterTargetsRequest()
    request.LoadBalancerId, request.ListenerId = lb, listener
    try:
        client.RegisterTargets(request)
    except errors.TencentCloudSDKException as err:
        if err.get_code() in ("4400", "5100"):  # expect: CLB105 4400 5100
            return False
        if err.get_code() == "5000":  # expect: CLB105 5000
            raise KeyError(lb) from err
        if err.get_code().startswith("InvalidParameter"):
            raise ValueError(err.get_message()) from err
    return True
