import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("ReplaceCert", {"oldCertId": "a", "newCertId": "b"}))  # expect: CLB204 ReplaceCert
code, message = answer["code"], answer["message"]  # expect: CLB104; CLB104
if code in ("4000", "5000"):  # expect: CLB101 4000 5000
    print("unknown certificate:", message)
