"""Helpers that both sides call.

Their checks are reported once each, because legacy answers come by. What they give back (a bool, a
text, a code) belongs to whoever called: the other vendor's code stays the other vendor's.
"""


def is_ok(answer):
    return answer["code"] == 0  # expect: CLB102 via orders-call


def code_of(answer):
    return int(answer.get("code", -1))  # expect: CLB104 via orders-call


def explain(code, names):
    return names.get(code, "code %d" % code)


class Checked:
    def __init__(self, answer):
        self.answer = answer
        self.code = code_of(answer)

    def quota_exceeded(self):
        return self.code == 4400  # expect: CLB101 4400 via orders-call
