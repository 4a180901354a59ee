from backends.counting import Counting
from backends.simulated import Simulated

backend = Simulated(seed=7)
for _ in range(100):
    if backend.code("DescribeLoadBalancers", limit=1) == 5000:
        print("missing")
    if backend.answer("DeleteLoadBalancers", {})["code"] in (0, 6000):
        print(backend.words(6000))
counting = Counting(seed=8)
code = counting.code("DescribeQuota")
print(counting.refused if code == 0 else code)
