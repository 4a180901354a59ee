"""One base for all; what carries a legacy code has a class of its own."""


class RemoteError(Exception):
    def __init__(self, code, message=""):
        super().__init__(message or str(code))
        self.code = code


class BalancerError(RemoteError):
    pass


class TicketError(RemoteError):
    @property
    def closed(self):
        return self.code == 5000


class LocalError(RemoteError):
    """Raised by ourselves, with numbers of ourselves."""

    BAD_ARGUMENT = 4000
