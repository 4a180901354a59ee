import json
import logging

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

logger = logging.getLogger("lb")


def price(api, params):
    code = -1
    try:
        data = json.loads(api.call("InquiryLBPrice", params))  # expect: CLB204 InquiryLBPrice
        code = data["code"]  # expect: CLB104
    except ValueError:
        logger.exception("not JSON")
        return None
    except KeyError:
        code = 6000
    else:
        if code == 5500:  # expect: CLB101 5500
            logger.error("the account is not verified")
    finally:
        logger.debug("code %s", code)
    return data["price"] if code == 0 else None  # expect: CLB102


price(QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"}), {"loadBalancerType": 2})  # expect: CLB203
