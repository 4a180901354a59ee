import state


def show():
    for name in sorted(vars(state)):
        if name.startswith("__"):
            continue
        answer = getattr(state, name)
        print(name, "failed" if answer["code"] else "ok")
