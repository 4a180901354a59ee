class State:
    """The last answer and what was made of it; shared by all modules."""

    answer = {}
    code = None
    history = []


state = State()
