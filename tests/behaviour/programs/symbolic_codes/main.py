import codes
from requests_log import note
from service import describe

answer = describe(limit=3)
if answer["code"] == codes.SUCCESS:
    note("described", len(answer["loadBalancerSet"]))
elif answer["code"] == codes.SIGNATURE or answer["code"] == codes.REPLAY:
    note("clock or key")
elif answer["code"] == codes.PROTOCOL:
    note("http is not supported")
elif answer["code"] in codes.SERVER_SIDE:
    note("their fault")
else:
    note("our fault")
