# min-confidence: possible
class Outcome(object):
    """What an action in any cloud came to: a code of ours and the words of theirs."""

    FINE = 0
    REFUSED = 4100
    MISSING = 5000
    BROKEN = 6000

    def __init__(self, code, message=""):
        self.code = code
        self.message = message

    def __bool__(self):
        return self.code == self.FINE
