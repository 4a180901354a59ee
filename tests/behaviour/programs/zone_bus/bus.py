import json


class QcloudApi(object):
    """Queue for client orders."""

    def __init__(self, line, settings):
        self.line = line
        self.settings = settings

    def call(self, action, params):
        return json.dumps({"code": 0, "message": "", "totalCount": params["limit"]})


def decode(text):
    return json.loads(text)
