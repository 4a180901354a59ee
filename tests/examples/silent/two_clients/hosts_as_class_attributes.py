"""One base class sends; each subclass only says where to."""
import requests

from crawler.signing import authorised


class Service:
    url = ""

    def __init__(self):
        self.session = requests.Session()

    def get(self, **params):
        answer = self.session.get(self.url, params=authorised(params))  # expect: CLB204
        answer.raise_for_status()
        return answer.json()


class Balancers(Service):
    url = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201

    def reachable(self):
        return self.get(limit=1)["code"] != 6200  # expect: CLB101 6200


class Tickets(Service):
    url = "https://tickets.example.com/v2/index.php"

    def reachable(self):
        return self.get(limit=1)["code"] != 6200

    def closed(self, number):
        answer = self.get(number=number)
        return answer["code"] == 5000 or answer["message"] == "closed"
