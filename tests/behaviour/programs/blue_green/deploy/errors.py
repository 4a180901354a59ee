class Refused(Exception):
    def __init__(self, kind):
        Exception.__init__(self, kind)
        self.kind = kind


class Unreachable(Exception):
    pass
