"""Prints a signed link that the browser of the person on call opens."""
from urllib.parse import parse_qs, urlsplit

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
link = service.generateUrl("DescribeLoadBalancers", {"limit": 1, "Nonce": 7, "Timestamp": 1500000000})
parts = urlsplit(link)
print(parts.netloc)
print(parse_qs(parts.query)["Action"][0])
