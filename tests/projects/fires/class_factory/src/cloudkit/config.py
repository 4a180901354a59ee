_BASE = dict(secretId="i", secretKey="k", method="POST")


def for_region(name):
    settings = _BASE.copy()
    settings["Region"] = name
    return settings
