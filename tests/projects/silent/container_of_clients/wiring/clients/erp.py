import xmlrpc.client

from ._answer import Answer


class Erp:
    def __init__(self, user):
        self._client = xmlrpc.client.ServerProxy("https://erp.example.com/rpc")
        self._user = user

    def request(self, action, **params):
        try:
            return Answer(self._client.call(self._user, action, params))
        except xmlrpc.client.Fault as fault:
            return Answer({"code": fault.faultCode, "message": fault.faultString})
