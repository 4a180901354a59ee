"""One place for the errors of both APIs."""
import contextlib
import functools

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException  # here: exception


class OpsError(Exception):
    def __init__(self, code, text):
        self.code, self.text = code, text
        super().__init__(text)


class LegacyError(OpsError):
    pass


class NewError(OpsError):
    pass


@contextlib.contextmanager
def translated():
    try:
        yield
    except TencentCloudSDKException as error:
        raise NewError(error.code, error.message)  # here: translated


def quiet(*codes):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except TencentCloudSDKException as error:
                if error.get_code() in codes:  # expect: CLB105 5000
                    return None
                raise

        return inner

    return decorate
