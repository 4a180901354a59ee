"""What every service said last, by the service's name."""

last = {}
history = {"lb": [], "erp": []}


def remember(name, answer):
    history[name].append(answer)
    return answer
