"""Buy load balancers for a campaign."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


class PurchaseError(Exception):
    """We did not get what we wanted to buy."""

    retry = False


class Busy(PurchaseError):
    retry = True


class NoMoney(PurchaseError):
    pass


class SoldOut(PurchaseError):
    pass


# code -> exception
ERRORS = {4400: Busy, 5200: SoldOut, 5300: NoMoney, 6000: Busy, 6200: Busy}


class Shop:
    def __init__(self):
        self.api = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDbuyer", "secretKey": "buyer-key", "method": "POST"})

    def buy(self, name, number, network=None):
        order = {"loadBalancerType": 2, "forward": 1, "loadBalancerName": name, "number": number}
        if network:
            order["vpcId"] = network
        receipt = json.loads(self.api.call("CreateLoadBalancer", order))
        if receipt["code"]:
            raise ERRORS.get(receipt["code"], PurchaseError)(receipt["message"])

    def owned(self, name):
        listing = json.loads(self.api.call("DescribeLoadBalancers", {"loadBalancerName": name, "forward": 1}))
        if listing["code"]:
            return []
        return sorted(item["loadBalancerId"] for item in listing["loadBalancerSet"])


shop = Shop()
name, number = sys.argv[1], int(sys.argv[2])
for attempt in range(3):
    try:
        shop.buy(name, number)
    except NoMoney:
        print("please fill up the account")
        sys.exit(4)
    except PurchaseError as error:
        print("attempt", attempt + 1, type(error).__name__)
        if not error.retry:
            sys.exit(1)
    else:
        print("bought", number)
        break
print("now owned:", shop.owned(name))
