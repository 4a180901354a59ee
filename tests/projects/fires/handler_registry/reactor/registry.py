"""Handlers register themselves for a number; see `reactor.handlers`."""

HANDLERS = {}  # expect: CLB103 4100 4104 5000
FALLBACKS = []


def handles(*codes):
    def register(function):
        for code in codes:
            HANDLERS[code] = function
        return function

    return register


def fallback(function):
    FALLBACKS.append(function)
    return function


def dispatch(answer):
    code = answer["code"]  # expect: CLB104 via sdk client request
    if not code:  # expect: CLB102 via sdk client request
        return answer
    if code in HANDLERS:  # expect: CLB101 via sdk client request
        return HANDLERS[code](answer)
    for function in FALLBACKS:
        function(answer)
    return None
