import functools
import logging
import time

log = logging.getLogger("ops")


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("%s %s", function.__name__, args)
        result = function(*args, **kwargs)
        log.info("code %s", result["code"])  # expect: CLB104 via client request
        return result

    return wrapper


def retry(codes=(), times=3):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                result = function(*args, **kwargs)
                if result.get("code") not in codes:  # expect: CLB101 4400 6200 via client request
                    return result
                time.sleep(2 ** attempt)
            return result

        return wrapper

    return decorate


class timed:
    """A decorator that is a class."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.seconds = 0.0

    def __call__(self, *args, **kwargs):
        started = time.time()
        try:
            return self.function(*args, **kwargs)
        finally:
            self.seconds += time.time() - started
