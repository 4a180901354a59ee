"""A small retry library, made here because the big ones were not allowed."""
import functools
import random
import time


class GiveUp(Exception):
    def __init__(self, last):
        super().__init__("gave up")
        self.last = last


def retry_if(predicate, attempts=5, on_retry=None):
    def decorator(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            last = None
            for attempt in range(attempts):
                last = function(*args, **kwargs)
                if not predicate(last):
                    return last
                if on_retry:
                    on_retry(attempt, last)
                time.sleep(random.random() * 2 ** attempt)
            raise GiveUp(last)

        return inner

    return decorator
