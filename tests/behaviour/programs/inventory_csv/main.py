# All balancers as CSV; made for the spreadsheet people.
import csv, json, sys
from collections import Counter, defaultdict
from QcloudApi.qcloudapi import QcloudApi

api = QcloudApi("lb", {"secretId": "AKIDcsv", "secretKey": "csv-key", "Region": "gz"})

def page(offset, limit="2"):
    return json.loads(api.call("DescribeLoadBalancers", {"forward": "-1", "offset": offset, "limit": limit}))

first = page(0)
if first.get("codeDesc") != "Success":
    print("no data:", first.get("message"))
    sys.exit(1)

sets = [first] + [page(offset) for offset in range(2, first["totalCount"], 2)]
rows = [lb for answer in sets for lb in answer["loadBalancerSet"]]

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["id", "name", "kind", "state", "created"])
for lb in sorted(rows, key=lambda lb: lb["loadBalancerId"]):
    out.writerow([
        lb["loadBalancerId"],
        lb["loadBalancerName"],
        "application" if lb["forward"] == 1 else "classic",
        {0: "creating", 1: "running"}.get(lb["status"], "?"),
        lb["createTime"],
    ])

by_kind = Counter(lb["forward"] for lb in rows)
by_visibility = defaultdict(list)
for lb in rows:
    by_visibility["public" if lb["loadBalancerType"] == 2 else "private"].append(lb["loadBalancerName"])
print("# application:", by_kind[1], "classic:", by_kind[0])
for kind, names in sorted(by_visibility.items()):
    print("# %s: %s" % (kind, ", ".join(sorted(names))))
