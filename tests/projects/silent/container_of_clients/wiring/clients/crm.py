import requests

from ._answer import Answer


class Crm:
    def __init__(self, token):
        self._client = requests.Session()
        self._client.headers.update({"X-Token": token})

    def request(self, action, **params):
        url = "https://crm.example.com/v2/index.php"
        return Answer(self._client.get(url, params={"Action": action, **params}).json())
