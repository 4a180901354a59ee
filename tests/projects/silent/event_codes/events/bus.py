"""Our own events have numbers; who wants to handle one says which."""

_handlers = {}


class Event:
    def __init__(self, code, message=""):
        self.code = code
        self.message = message


def handles(*codes):
    def register(function):
        for code in codes:
            _handlers[code] = function
        return function

    return register


def publish(event):
    handler = _handlers.get(event.code)
    if handler is None:
        return event.code == 4000 or event.code // 100 == 41
    return handler(event)
