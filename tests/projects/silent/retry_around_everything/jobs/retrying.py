import functools
import time


def retried(times=3, errors=(OSError,)):
    def decorate(function):
        @functools.wraps(function)
        def again(*args, **kwargs):
            for attempt in range(times - 1):
                try:
                    return function(*args, **kwargs)
                except errors:
                    time.sleep(2 ** attempt)
            return function(*args, **kwargs)

        return again

    return decorate


def until(good, function, *args):
    """Call `function` until its result is good, ten times at most."""
    result = function(*args)
    for _ in range(9):
        if good(result):
            break
        result = function(*args)
    return result
