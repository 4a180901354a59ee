def account():
    import json
    import os

    with open(os.path.expanduser("~/.lbsync.json")) as stream:
        return json.load(stream)
