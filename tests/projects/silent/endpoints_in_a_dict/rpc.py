import requests

import conf


class Endpoint:
    def __init__(self, name):
        self.url = conf.ENDPOINTS[name]

    def __call__(self, **form):
        reply = requests.post(self.url, data=form, timeout=conf.TIMEOUT)  # expect: CLB204  # here: rpc-post
        reply.raise_for_status()
        return reply.json()
