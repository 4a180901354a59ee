from balancers.tables import RETRY


class CloudError(Exception):
    def __init__(self, code, message):
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message

    @property
    def worth_a_retry(self):
        return self.code in RETRY or is_family(self.code, "InternalError")


def is_family(code, family):
    return code == family or code.startswith(family + ".")
