"""Which balancers serve the certificate that runs out?  The old answer is a map by certificate."""
import json

from QcloudApi.qcloudapi import QcloudApi

EXPIRING = "cert-old"

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("GetCertListWithLoadBalancer", {"certIds.0": EXPIRING}))
if answer["code"] == 0:
    for entry in answer["certSet"][EXPIRING]:
        print(entry["LBName"], entry["region"], len(entry["listener"]))
else:
    print("unknown")
