import sqlite3

from orders.codes import NO_SUCH_ORDER
from orders.errors import BusinessError


def _connect():
    return sqlite3.connect("orders.db")


def find(number):
    with _connect() as connection:
        row = connection.execute("select code, owner from orders where id = ?", [number]).fetchone()
    if row is None or row[0] == 4300:
        raise BusinessError(NO_SUCH_ORDER, "no such order")
    code, owner = row
    if code == 5100:
        owner = "(archived)"
    return {"article": code, "owner": owner}


def store(user, form):
    with _connect() as connection:
        cursor = connection.execute(
            "insert into orders (code, owner) values (?, ?)", [form["code"], user]
        )
        return cursor.lastrowid
