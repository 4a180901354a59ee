from web.services import REASONS, SERVICES


def weather(town):
    answer = SERVICES["weather"]("/today", town=town)
    if answer["code"] == 4500 or answer["code"] in REASONS["weather"]:
        return REASONS["weather"][answer["code"]]
    return answer["message"]


def route(start, end):
    answer = SERVICES["maps"]("/route", start=start, end=end)
    return None if answer["code"] in (4000, 5000) else answer["minutes"]


def balancers():
    answer = SERVICES["lb"]("/v2/index.php", limit=1)
    if "totalCount" in answer:
        return answer["totalCount"]
    return REASONS["lb"].get(answer["code"], "?")
