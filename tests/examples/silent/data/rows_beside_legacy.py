# min-confidence: possible
"""Copies balancers into a table that also has a column `code`."""
import json
import sqlite3

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

SCHEMA = "create table if not exists state (name text, code integer, at text)"


def copy(path, config):
    connection = sqlite3.connect(path)
    connection.execute(SCHEMA)
    for name, code in connection.execute("select name, code from state"):
        if code == 4100 or code in (4000, 5000):
            print(name, "is marked")
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 4100:  # expect: CLB101 4100
        return
    for one in answer["loadBalancerSet"]:
        connection.execute("insert into state values (?, ?, date())",
                           (one["loadBalancerName"], one["status"]))
    row = connection.execute("select code, count(*) from state").fetchone()
    if row[0] == 4100 and row[1] == 5000:
        print("full")
    connection.commit()
