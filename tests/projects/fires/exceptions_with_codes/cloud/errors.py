class CloudError(Exception):
    """The cloud said no."""

    def __init__(self, code, message="", action=None):
        super(CloudError, self).__init__(message)
        self.code = code
        self.action = action

    @property
    def temporary(self):
        return self.code in (4400, 6000, 6200)  # expect: CLB101 4400 6000 6200 via sdk request


class AccountError(CloudError):
    """The key or the right is the problem."""


class LocalError(Exception):
    code = 4400
