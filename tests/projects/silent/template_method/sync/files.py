import pathlib

from sync.base import Sync


class Files(Sync):
    def fetch(self):
        return pathlib.Path("files.txt").read_text()

    def parse(self, text):
        return {"code": 4100 if "!" in text else 0, "lines": text.splitlines()}

    def on_code(self, code):
        if code == 4100:
            raise ValueError("a file with an exclamation mark")
