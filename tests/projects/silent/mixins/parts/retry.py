import time


class Retrying:
    """Mix in before a client: asks once more where `busy` says so."""

    def request(self, name, **fields):
        answer = super().request(name, **fields)
        if self.busy(answer):
            time.sleep(1)
            answer = super().request(name, **fields)
        return answer

    def busy(self, answer):
        return False
