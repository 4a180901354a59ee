class LbError(Exception):
    """The API said no."""

    def __init__(self, code, message):
        Exception.__init__(self, message)
        self.code = code

    def __str__(self):
        return "api error"
