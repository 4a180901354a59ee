# min-confidence: possible
"""No legacy source anywhere near: a bare name and a bare number."""


def explain(code):
    if code == 4100:  # expect: CLB101 4100 possible
        return "signature"
    return "code %s" % code


def retry(response):
    return response["code"] in (4400, 6000)  # expect: CLB101 4400 6000 possible


def level(score):
    return "gold" if score == 4400 else "silver"
