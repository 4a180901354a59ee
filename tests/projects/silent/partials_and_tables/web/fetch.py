import requests


def fetch(base, path, **query):
    return requests.get(base + path, params=query, timeout=6).json()  # expect: CLB204  # here: partial-fetch
