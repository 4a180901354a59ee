import json
import sys

from ops.rename import rename, tell

with open("config.json") as file:
    settings = json.load(file)
if rename(settings, sys.argv[1], sys.argv[2]):
    tell(sys.argv[3], "renamed")
