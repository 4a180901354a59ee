# min-confidence: possible
"""Our broker's client. It has the name of an old SDK, and nothing else of it."""
import requests

BROKER = "https://broker.corp.example/v2/index.php"


class QcloudApi(object):
    def __init__(self, module, config):
        self.module = module
        self.config = config

    def call(self, action, params):
        form = dict(params, Action=action, Region=self.config['Region'])
        return requests.post(BROKER, data=form, timeout=20).text
