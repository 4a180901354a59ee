"""`corp` has no __init__.py: its parts lie in two roots, `core` and `cloud`."""
import requests


def quota(team):
    return requests.get("https://storage.corp.example/quota", params={"team": team}).json()


def exceeded(team):
    answer = quota(team)
    return answer["code"] == 4400 or answer["code"] in (5300, 5500)
