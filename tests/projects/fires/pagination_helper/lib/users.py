import requests


def users(**params):
    return requests.get("https://directory.example.org/users", params=params).json()
