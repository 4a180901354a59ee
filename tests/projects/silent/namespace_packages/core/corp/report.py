from corp.balancing.quota import quota as balancer_quota
from corp.storage import quota as storage


def lines(team):
    answer = storage.quota(team)
    if answer["code"] == 4400 or answer["code"] != 0:
        yield "storage: used up"
    elif storage.exceeded(team):
        yield "storage: nearly"
    answer = balancer_quota(team)
    if answer["code"] == 4400:  # expect: CLB101 4400 via quota-call
        yield "balancers: used up"
