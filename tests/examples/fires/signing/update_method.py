import base64
import hashlib
import hmac


class V2Signature:
    """The text to sign is fed to the HMAC piece by piece."""

    def __init__(self, secret_key, algorithm=hashlib.sha1):
        self.secret_key = secret_key.encode("utf-8")
        self.algorithm = algorithm

    def make(self, params):
        pairs = "&".join("%s=%s" % (key, params[key]) for key in sorted(params))
        mac = hmac.new(self.secret_key, digestmod=self.algorithm)  # expect: CLB205
        mac.update(b"GETlb.api.qcloud.com/v2/index.php?")  # expect: CLB201
        mac.update(pairs.encode("utf-8"))
        return base64.b64encode(mac.digest()).decode("ascii")
