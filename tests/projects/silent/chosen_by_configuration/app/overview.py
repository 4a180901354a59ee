from app import settings
from app.providers import Hetzner, connect


def overview():
    answer = connect(settings.KIND, settings.OPTIONS).balancers()
    if answer["code"] == 4103:  # expect: CLB101 4103 via chosen-call
        return "not allowed"
    return "%d balancers" % len(answer)


def spare():
    answer = Hetzner(settings.OPTIONS).balancers()
    if answer["code"] == 4103 or answer["code"] == settings.CODE:
        return "not allowed"
    return len(answer["load_balancers"])


if settings.CODE == 4100 or settings.CODE in (5000, 6000):
    print(overview(), spare())
