class ClbError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


LEGACY = {4100: "signature", 4104: "key", 5000: "missing"}  # expect: CLB103 4100 4104 5000
SIGNATURE = 4100  # expect: CLB103 4100
