RETRY = ("InternalError", "RequestLimitExceeded")


class InstanceError(Exception):
    def __init__(self, error):
        super().__init__(error["Message"])
        self.code = error["Code"]


def check(response):
    if "Error" in response:
        raise InstanceError(response["Error"])
    return response
