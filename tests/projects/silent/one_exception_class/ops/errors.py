class RemoteError(Exception):
    """A service refused; `code` is that service's own number."""

    def __init__(self, service, code, text):
        Exception.__init__(self, text)
        self.service = service
        self.code = code
        self.text = text
