import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})

params = {
    "loadBalancerId": "lb-1",
    "listeners.0.loadBalancerPort": 443,
    "listeners.0.protocol": 4,  # HTTPS
    "listeners.0.listenerName": "shop",
    "listeners.0.SSLMode": "unidirectional",
    "listeners.0.certId": "cert-1",
}
answer = json.loads(service.call("CreateForwardLBSeventhLayerListeners", params))
assert answer["code"] == 0, answer["message"]
