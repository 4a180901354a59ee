import json
import urllib.request

from lib.reply import Reply


def ask(path):
    with urllib.request.urlopen("https://erp.example.com/" + path) as stream:
        return Reply(json.load(stream))
