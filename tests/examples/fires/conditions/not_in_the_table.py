"""Numbers that no page lists are legacy checks all the same."""
import json

import requests

reply = requests.get("https://monitor.api.qcloud.com/v2/index.php", params={"Action": "GetMonitorData"})  # expect: CLB201 monitor.api.qcloud.com; CLB204 GetMonitorData
data = json.loads(reply.content)
limit = int(input("give up at which code? "))
if data["code"] == 7000:  # expect: CLB101
    print("product specific")
if data["code"] == limit:  # expect: CLB101
    print("as asked")
if data["code"] in (0, 4200, 7000):  # expect: CLB101 4200
    print("accepted")
