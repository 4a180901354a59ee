import requests

import acme


class Client:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = token

    def get(self, thing):
        return self.session.get("https://api.acme.example/" + thing).json()

    def old(self):
        from acme.compat import Client as Old
        return Old()

    def summary(self):
        return acme.describe(self)
