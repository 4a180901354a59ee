import json
import subprocess
import sys

lb = sys.argv[1]
text = subprocess.check_output("qcloudcli lb DescribeLBHealthStatus --loadBalancerId " + lb, shell=True)  # expect: CLB206 qcloudcli
health = json.loads(text.decode())
if health["code"] != 0:  # expect: CLB102
    sys.exit(health["message"])  # expect: CLB104
