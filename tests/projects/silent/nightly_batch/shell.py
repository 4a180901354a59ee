# min-confidence: possible
import subprocess


class Failed(Exception):
    def __init__(self, code):
        super().__init__("exit code %d" % code)
        self.code = code


def run(*words, fine=(0,)):
    done = subprocess.run(words, capture_output=True, text=True)
    code = done.returncode
    if code == 4300 or code == -9:
        raise MemoryError(words[0])
    if code not in fine:
        raise Failed(code)
    return code, done.stdout
