import sqlite3

from lib.reply import Reply


def ask(article):
    row = sqlite3.connect("stock.db").execute(
        "select code, text from stock where article = ?", [article]
    ).fetchone()
    return Reply(code=row[0], text=row[1]) if row else Reply(code=5000)
