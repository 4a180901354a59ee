import time


class Store:
    """Keeps anything for a while."""

    def __init__(self, seconds=60):
        self.seconds = seconds
        self._entries = {}

    def get(self, key, make):
        entry = self._entries.get(key)
        if entry is None or time.time() - entry[0] > self.seconds:
            entry = (time.time(), make())
            self._entries[key] = entry
        return entry[1]

    def __getitem__(self, key):
        return self._entries[key][1]
