import logging

from tencentcloud.common.exception.tencent_cloud_sdk_exception import (
    TencentCloudSDKException as SdkError,
)


def guarded(function, *args):
    try:
        return function(*args)
    except (ValueError, SdkError) as problem:
        if isinstance(problem, ValueError):
            raise
        code = problem.get_code()
        logging.error("%s %s", code, problem.message)
        if code == 6000 or code == 6200:  # expect: CLB105 6000; CLB105 6200
            return None
        raise
