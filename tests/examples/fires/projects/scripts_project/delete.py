#!/usr/bin/env python3
import json
import subprocess
import sys

out = subprocess.run(["qcloudcli", "lb", "DeleteLoadBalancers", *sys.argv[1:]], stdout=subprocess.PIPE).stdout  # expect: CLB206
result = json.loads(out)
if result["code"] not in (0, 5000):  # expect: CLB101 5000
    sys.exit(1)
