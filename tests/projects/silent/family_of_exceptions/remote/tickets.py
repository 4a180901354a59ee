import requests

from remote.errors import TicketError


def close(number):
    answer = requests.post(f"https://tickets.example.com/{number}/close", timeout=4).json()
    if answer["code"] != 0:
        raise TicketError(answer["code"], answer["message"])
