import json
from contextlib import ExitStack

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Connection:
    """Is made beside a client, and gives a file."""

    def __init__(self, path):
        self.client = QcloudApi("lb", {})  # expect: CLB203
        self.path = path

    def __enter__(self):
        return open(self.path)

    def __exit__(self, *error):
        return None


with ExitStack() as stack:
    file = stack.enter_context(Connection("codes.json"))
    print(json.load(file)["code"] == 4100)
    log = stack.enter_context(open("log"))
    print(json.load(log)["code"] == 4100, stack.pop_all().code == 4100)
