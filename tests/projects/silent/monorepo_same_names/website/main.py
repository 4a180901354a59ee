import json

from client import Client

answer = json.loads(Client().call("weather", "zip=4000"))
if answer["code"] == 5300 or answer["code"] == 4000:
    print(answer["message"])
