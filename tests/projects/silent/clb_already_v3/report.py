import os
import time

from balancers import CloudError, Service, is_family
from balancers.tables import METRIC


def names(service, attempts=3):
    for attempt in range(attempts):
        try:
            answer = service.call("DescribeLoadBalancers", {"Limit": 100})
            return [one["LoadBalancerName"] for one in answer["LoadBalancerSet"]]
        except CloudError as error:
            if error.code == "AuthFailure" or is_family(error.code, "UnauthorizedOperation"):
                raise
            if not error.worth_a_retry:
                code = METRIC.get(error.code.split(".")[0], 4000)
                if code == 6000 or code >= 5000:
                    print("counted as", code)
                return []
            time.sleep(attempt)
    return []


print(names(Service(os.environ["ID"], os.environ["KEY"])))
