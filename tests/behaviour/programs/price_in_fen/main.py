import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
quote = json.loads(service.call("InquiryLBPriceAll", {
    "loadBalancerType": 2,
    "lbChargeType": "PREPAID",
    "goodsNum": 1,
    "lbChargePrepaid": {"period": 12},
}))
if quote["code"] == 0:
    print("price known: %s" % bool(quote["price"]))
else:
    print("no price")
