import csv


def load(run):
    code, listing = run("ls", "incoming", fine=(0, 2))
    if code == 5000 or not listing:
        return 5000
    for name in listing.split():
        with open(name, newline="") as file:
            for row in csv.DictReader(file):
                if row["code"] == "4100" or int(row["code"]) in (4101, 4102):
                    return 4000
                if row["message"] and row["codeDesc"] == "Success":
                    code = 0
    return code
