"""And here it is known to come from elsewhere, legacy neighbour or not."""
import sys

import requests

from cloud import names


def watch(config):
    answer = requests.get("https://watch.example.com/state", timeout=3).json()
    if answer["code"] == 4400 or int(sys.argv[1]) == 4100:
        return names(config)
    return answer["code"] in (4000, 5000)
