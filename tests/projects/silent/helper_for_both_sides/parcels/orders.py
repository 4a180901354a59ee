import requests

from shared import Checked, code_of, explain, is_ok

NAMES = {4104: "unknown street", 5300: "too heavy"}


def order(street):
    answer = requests.post("https://parcels.example.com/orders", json={"street": street}).json()
    if is_ok(answer):
        return answer["number"]
    checked = Checked(answer)
    if checked.quota_exceeded() or checked.code == 4104:
        raise OverflowError(street)
    code = code_of(answer)
    if code == 5300 or code in (4100, 6000) or checked.answer["code"] == 5100:
        raise RuntimeError("too heavy")
    raise RuntimeError(explain(code, NAMES))
