import functools
import time

TRANSIENT = (4400, 5100, 6000, 6200)


def retried(function):
    """Ask up to three times while the answer says that it may get better."""

    @functools.wraps(function)
    def asking(*args, **kwargs):
        answer = function(*args, **kwargs)
        for attempt in range(2):
            if answer["code"] not in TRANSIENT:
                break
            time.sleep(2 ** attempt)
            answer = function(*args, **kwargs)
        return answer

    return asking
