import sys

from fleet import config, status
from fleet.ports import PORTS, SNMP_PORT

codes = config.load(sys.argv[1])
for name, code in codes.items():
    if code == 4100 or code in PORTS:
        print(name, "is in the old building, room", code)
    elif code >= 5000:
        print(name, status.ask(name, SNMP_PORT), status.page(name))
for area in config.areas("areas.json"):
    if area["code"] == 4100:
        print(area["message"])
