import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("CreateLoadBalancer", {"loadBalancerType": 3}))  # expect: CLB204 CreateLoadBalancer

match answer["code"]:
    case 0:  # expect: CLB102
        print("made")
    case 4101 | 4102 | 4103:  # expect: CLB101 4101 4102 4103
        print("no right")
    case 5200:  # expect: CLB101 5200
        print("none left")
    case code if 5000 <= code < 6000:  # expect: CLB101 5000 5100
        print("resource trouble", code)
    case other:
        print("other", other)
