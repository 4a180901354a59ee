import time


class Cache:
    """Keeps the last answer for each key for some seconds."""

    def __init__(self, load, seconds=60):
        self._load = load
        self._seconds = seconds
        self._kept = {}

    def get(self, key):
        if key not in self._kept or self._kept[key][0] < time.time() - self._seconds:
            self._kept[key] = (time.time(), self._load(key))
        return self._kept[key][1]

    def forget(self, key):
        self._kept.pop(key, None)
