import json
import time

import client

jobs = {}
for instance in ("ins-a", "ins-b"):
    jobs[instance] = client.attach("lb-app1", "lbl-tcp1", instance, 8081)

for instance in sorted(jobs):
    if jobs[instance] is None:
        print(instance, "refused")
    else:
        print(instance, "attached" if client.wait(jobs[instance]) else "not attached")
