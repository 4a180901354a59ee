import abc
import json


class Sync(abc.ABC):
    """Fetch, parse, let the subclass look at the code, store."""

    def run(self):
        answer = self.parse(self.fetch())
        self.on_code(answer["code"])  # expect: CLB104 via sync-fetch
        return self.store(answer)

    @abc.abstractmethod
    def fetch(self):
        """Return the text of an answer."""

    def parse(self, text):
        return json.loads(text)

    def on_code(self, code):
        """Raise if this code means that there is nothing to store."""

    def store(self, answer):
        return len(answer)
