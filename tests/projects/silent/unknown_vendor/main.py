import json

import apart
import beside
import known

with open("config.json") as file:
    config = json.load(file)
print(apart.count(), beside.compare(config), known.watch(config))
