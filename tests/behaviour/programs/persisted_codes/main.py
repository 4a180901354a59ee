"""History of answers in SQLite; the schema has an INTEGER column."""
import json
import sqlite3

from QcloudApi.qcloudapi import QcloudApi

database = sqlite3.connect(":memory:")
database.execute("create table history (action text, code integer)")
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})

for balancer in ("lb-app1", "lb-app2"):
    answer = json.loads(service.call("DescribeForwardLBListeners", {"loadBalancerId": balancer}))
    database.execute("insert into history values (?, ?)", ("DescribeForwardLBListeners", answer["code"]))

print(database.execute("select count(*) from history where code = 0").fetchone()[0], "good")
print(database.execute("select count(*) from history where code >= 5000").fetchone()[0], "server side")
