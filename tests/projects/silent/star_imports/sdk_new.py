import requests

HOST = 'https://inventory.example.com/'


def ask(action, params):
    return requests.get(HOST + action, params=params).json()


def racks():
    return ask('racks', {'limit': 5000})


def _balancers():
    return ask('balancers', {})
