from lib import lb, pagination
from lib.pagination import PageError, paginate
from lib.users import users

try:
    balancers = paginate(lb.describe, "loadBalancerSet", forward=-1)
    listeners = paginate(lb.listeners, key="listenerSet", loadBalancerId="lb-1")
    people = paginate(users, "users", total="count")
except PageError as problem:
    if problem.response["code"] == 4100:  # expect: CLB101 4100 via sdk client request
        print("key")
    if problem.offset == 5000:
        print("far away")
    raise

counts, answers = pagination.collect([lb.describe, lb.listeners])
print(counts.most_common())
if answers["describe"]["code"] == 4400:  # expect: CLB101 4400 via sdk client request
    print("slowly")
