import logging
import time


class Logged:
    """Stands before any object and logs what is called."""

    def __init__(self, target, name):
        self._target = target
        self._log = logging.getLogger(name)

    def __getattr__(self, name):
        attribute = getattr(self._target, name)
        if not callable(attribute):
            return attribute

        def logged(*args, **kwargs):
            started = time.time()
            try:
                return attribute(*args, **kwargs)
            finally:
                self._log.info("%s took %.1f s", name, time.time() - started)

        return logged


def wrap(target):
    return Logged(target, type(target).__name__)
