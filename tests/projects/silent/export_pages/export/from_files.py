import csv
import glob
import json

from export import paging


def fetch(offset, size):
    result = []
    for path in sorted(glob.glob("cache/*.json"))[offset:offset + size]:
        with open(path) as file:
            result.append(json.load(file))
    return result


def rows():
    for page in paging.pages(fetch, size=10):
        for entry in page:
            if entry["code"] == 4400 or entry["code"] in (4000, 5000):
                continue
            yield entry["message"]


def zip_codes(path):
    with open(path, newline="") as file:
        for code, place in csv.reader(file):
            if code == "4100" or int(code) in range(4000, 5000):
                yield place
