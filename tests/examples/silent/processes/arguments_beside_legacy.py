# min-confidence: possible
"""`--code` is what the user wants to see; the answer's code is another thing."""
import argparse
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

parser = argparse.ArgumentParser()
parser.add_argument("--code", type=int, default=4100)
parser.add_argument("--secret-id", required=True)
parser.add_argument("--secret-key", required=True)
args = parser.parse_args()

if args.code == 4100 or args.code in (4101, 4102):
    print("asked for authentication problems")
elif not args.code:
    parser.error("0 is no problem at all")

config = {"Region": "gz", "secretId": args.secret_id, "secretKey": args.secret_key}
service = QcloudApi("lb", config)  # expect: CLB203
answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
if answer["code"] == args.code:  # expect: CLB101
    print("here it is")
if args.code == 5000:
    print("that one means: does not exist")
