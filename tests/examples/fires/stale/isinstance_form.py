import logging

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

log = logging.getLogger(__name__)


def attempt(job, *args):
    try:
        return job(*args)
    except Exception as error:
        if isinstance(error, TencentCloudSDKException) and error.code == 4400:  # expect: CLB105 4400
            log.warning("quota")
            return None
        if isinstance(error, OSError) and error.errno == 4100:
            log.warning("a number of the system")
        raise


def worth_a_retry(error: TencentCloudSDKException) -> bool:
    return error.get_code() in ("6000", "6200")  # expect: CLB105 6000 6200
