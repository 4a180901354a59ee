def render(rows):
    for number, unique, name in sorted(rows, key=lambda row: row[2]):
        print("%-12s %-14s %s" % (number, unique, name))
    numbers = {number for number, _, _ in rows}
    print("%d networks" % len(numbers))
