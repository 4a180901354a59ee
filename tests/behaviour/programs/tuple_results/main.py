from lbtools import api

code, listeners = api.listeners("lb-app1")
if code == 0:
    print(len(listeners), "listeners")
elif code == 4000:
    print("bad id")
elif code == 5000:
    print("unknown id")
else:
    print("failed")

code, balancers = api.balancers(limit=5)
if not code:
    for balancer in balancers:
        print(balancer["loadBalancerName"])
