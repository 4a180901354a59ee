import base64
import hashlib
import hmac


def signature(secret_key, params):
    """Sign the way the second version of the API wants it."""
    pairs = "&".join(k + "=" + str(params[k]) for k in sorted(params))
    plain = "POSTlb.api.qcloud.com/v2/index.php?" + pairs  # expect: CLB201
    mac = hmac.new(secret_key, plain.encode("utf-8"), digestmod="sha256")  # expect: CLB205
    return base64.b64encode(mac.digest())


def digest_of(body):
    return hmac.new(b"webhook", body, hashlib.sha256).hexdigest()
