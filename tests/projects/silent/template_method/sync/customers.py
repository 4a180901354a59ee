import requests

from .base import Sync


class Customers(Sync):
    def fetch(self):
        return requests.get("https://crm.example.com/customers").text

    def on_code(self, code):
        if code in (4101, 4102, 4103) or code == 5000:
            raise PermissionError(code)

    def store(self, answer):
        return 0 if answer["code"] == 4400 else super().store(answer)
