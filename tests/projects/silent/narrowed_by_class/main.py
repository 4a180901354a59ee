import sys

from desk import sources
from desk.explain import explain, urgent

parcel = sources.parcels(sys.argv[1])
balancer = sources.balancers({"Region": "gz", "secretId": "", "secretKey": ""})
print(explain(parcel), urgent(parcel), explain(balancer), urgent(balancer))
