# min-confidence: possible
"""Year numbers far away: the Chinese, Hebrew and Holocene calendars."""

import datetime

FIRST_HOLOCENE = 10_000


def chinese(year: int) -> int:
    return year + 2697


def label(year: int) -> str:
    if year == 4000 or year == 5000:
        return "round"
    if year in (4100, 4200, 4300) or year % 400 == 0:
        return "leap candidates"
    if 5000 <= year < 6000:
        return "sixth millennium"
    return str(year)


def main() -> None:
    today = datetime.date.today()
    for year in range(4000, 6300, 100):
        distance = year - today.year
        if distance > 4100 or chinese(year) == 6200:
            print(label(year), distance)
    if today.year + 3761 == 6000:
        print("Hebrew calendar turned 6000")


main()
