"""Both flows go through one wrapper; one of its actions has no successor, so both stay."""
from gate import send

renamed = send("ModifyForwardLBName", {"loadBalancerId": "lb-app1", "loadBalancerName": "gate"})
print("renamed" if renamed["code"] == 0 else "not renamed")
health = send("ModifyLBHealth", {"loadBalanceId": 17, "switch": 1})
print("probed" if health["code"] == 0 else "not probed")
