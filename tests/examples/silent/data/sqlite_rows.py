# min-confidence: possible
"""Rows of the audit table have a column `code`."""

import sqlite3

LOGIN_FAILED = 4100


def failures(path: str, since: str) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    cursor = connection.execute("select code, message, at from audit where at > ?", (since,))
    found = []
    for row in cursor:
        if row["code"] == LOGIN_FAILED:
            found.append((row["at"], row["message"]))
        elif row["code"] in (4000, 5000) or 6000 <= row["code"] < 6300:
            print(row["message"])
    return found


def last(path: str) -> bool:
    row = sqlite3.connect(path).execute("select code from audit order by at desc").fetchone()
    if row is None:
        return False
    code = row[0]
    return code == 4100 or code == "5000" or not code
