"""Connected to no legacy call: names and numbers only."""


def colour(code):
    return "red" if code == 4100 else "green"
