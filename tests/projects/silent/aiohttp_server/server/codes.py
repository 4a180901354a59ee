OK = 0
TAKEN = 4100
MISSING = 5000
BROKEN = 6000
LOUD = {BROKEN, 6200}


class Refused(Exception):
    def __init__(self, code, message="refused"):
        super().__init__(message)
        self.code, self.message = code, message
