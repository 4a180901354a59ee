import requests


class Client:
    def __init__(self, signer, endpoint="lb.api.qcloud.com", scheme="https"):  # expect: CLB201 lb.api.qcloud.com
        self.base = "%s://%s/v2/index.php" % (scheme, endpoint)
        self.signer = signer

    def get(self, **params):
        reply = requests.get(self.base, params=self.signer(params))  # expect: CLB204
        data = reply.json()
        if data["code"] == 4106:  # expect: CLB101 4106
            raise PermissionError("second factor")
        return data
