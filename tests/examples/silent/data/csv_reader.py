# min-confidence: possible
"""Read a price list; the first column is the article code."""
import csv
import sys

OLD = ("4000", "4100", "5000")


def articles(path):
    with open(path, newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter=";"):
            if row["code"] in OLD or row["code"] == "6000":
                continue
            if int(row["code"]) == 4300 or int(row["code"]) // 100 == 41:
                print(row["message"], file=sys.stderr)
                continue
            yield row


def total(path):
    amount = 0
    with open(path, newline="", encoding="utf-8") as stream:
        for code, _, price in csv.reader(stream):
            if code == "4100":
                break
            amount += float(price)
    return amount == 5000


if __name__ == "__main__":
    print(len(list(articles(sys.argv[1]))), total(sys.argv[1]))
