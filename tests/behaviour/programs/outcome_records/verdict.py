DENIED = frozenset([4101, 4102, 4103, 4110])


def verdict(outcome):
    if outcome.code == 0:
        return "%d listeners" % outcome.listeners
    if outcome.code in DENIED:
        return "denied"
    if outcome.code == 4500 or outcome.code == 4400:
        return "try later"
    return "error"
