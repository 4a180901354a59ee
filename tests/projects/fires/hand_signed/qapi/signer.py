import base64
import hashlib
import hmac


def plain_text(method, host, path, params):
    pairs = "&".join("%s=%s" % (key.replace("_", "."), params[key]) for key in sorted(params))
    return method + host + path + "?" + pairs


def signature(key, method, host, path, params):
    text = plain_text(method, host, path, params)
    digest = hmac.new(key.encode("utf-8"), text.encode("utf-8"), hashlib.sha1).digest()  # expect: CLB205
    return base64.b64encode(digest).decode("ascii")
