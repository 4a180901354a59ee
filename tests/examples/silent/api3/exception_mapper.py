"""Maps 3.0 codes to exit statuses; keys are strings and values are ours."""

import sys
from collections.abc import Callable

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

STATUS = {
    "AuthFailure": 41,
    "UnauthorizedOperation": 41,
    "ResourceNotFound": 50,
    "InternalError": 60,
}
OLD_NUMBERS = {"AuthFailure": 4100, "ResourceNotFound": 5000, "InternalError": 6000}


def family(code: str) -> str:
    return code.partition(".")[0]


def guarded(work: Callable[[], None]) -> None:
    try:
        work()
    except TencentCloudSDKException as error:
        number = OLD_NUMBERS.get(family(error.code), 4000)
        print(f"old number was {number}: {error.message}", file=sys.stderr)
        if number == 4100 or number >= 6000:
            print("please call the operators", file=sys.stderr)
        sys.exit(STATUS.get(family(error.code), 1))
