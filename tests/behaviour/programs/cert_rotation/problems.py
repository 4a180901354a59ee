class Problem(Exception):
    """Something is wrong."""


class NotAllowed(Problem):
    pass


class NoCertificate(Problem):
    pass


class TryAgain(Problem):
    pass
