"""Oldest first; the rows are sorted, not the answer."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": -1, "limit": 100}))
if answer["code"] == 0:
    total, rows = answer["totalCount"], answer["loadBalancerSet"]
    rows = sorted(rows, key=lambda row: (row["createTime"], row["loadBalancerName"]))
    by_project = {}
    for row in rows:
        by_project.setdefault(row["projectId"], []).append(row["loadBalancerName"])
    print("%d of %d" % (len(rows), total))
    for project, names in sorted(by_project.items()):
        print(project, names)
    newest = max(rows, key=lambda row: row["createTime"])
    print("newest", newest["loadBalancerName"])
