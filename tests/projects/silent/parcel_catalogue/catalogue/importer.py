import csv
import pathlib

import openpyxl

from catalogue.model import Article, Zone


def from_csv(path: pathlib.Path):
    with path.open(newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            code = int(row["code"])
            if code == 4100:
                continue
            yield Article(code, row["name"], [Zone(int(row["zip"]), row["message"])])


def from_excel(path: pathlib.Path):
    sheet = openpyxl.load_workbook(path).active
    for code, name in sheet.iter_rows(values_only=True):
        if code in (None, 5000, "5000"):
            continue
        yield Article(code, name)
