"""Words for numbers."""


def describe(code):
    if code == 0:
        return "fine"
    if code == 5000:
        return "unknown"
    if code in range(4100, 4111):
        return "forbidden"
    if code in (4400, 6000, 6200):
        return "overloaded"
    if code == 5100:
        return "failed"
    return "other"
