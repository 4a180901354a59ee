# min-confidence: possible
"""`for`, `with`, `except` and `import` bind names as much as `=` does."""
import csv
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {"Region": "gz", "secretId": "id", "secretKey": "key"}
answer = json.loads(QcloudApi("lb", config).call("DescribeQuota", {}))  # expect: CLB203; CLB204
code = answer["code"]  # expect: CLB104
if code == 4102:  # expect: CLB101 4102
    raise SystemExit("no rights")

for code in range(4000, 4200, 100):
    if code == 4100:
        print("halfway")

with open("codes.csv", newline="") as answer:
    for row in csv.reader(answer):
        code = int(row[0])
        if code == 4100 or code in (4000, 5000):
            print(row[1])

try:
    code = int(input("code? "))
except ValueError as code:
    print(code)
