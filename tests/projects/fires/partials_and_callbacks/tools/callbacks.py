QUIET = {5000, 5100}  # expect: CLB103 5000 5100


def ignore_missing(code, message):
    if code in QUIET:  # expect: CLB101 5000 5100 via sdk request failed
        return None
    raise RuntimeError(message)


class Tally:
    def __init__(self):
        self.throttled = 0

    def add(self, code, message):
        if code == 4400:  # expect: CLB101 4400 via request failed
            self.throttled += 1


def unused(code, size):
    return size == 5000
