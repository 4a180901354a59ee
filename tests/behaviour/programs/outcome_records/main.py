from checker import check_all
from verdict import verdict

for outcome in check_all(["lb-app1", "lb-app2"]):
    print(outcome.target, verdict(outcome))
