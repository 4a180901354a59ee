import sqlite3

from .model import Article


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)
        self.connection.row_factory = sqlite3.Row

    def __iter__(self):
        for row in self.connection.execute("select * from article"):
            if row["code"] != 4300:
                yield Article(row["code"], row["message"])

    def add(self, article):
        self.connection.execute(
            "insert into article values (?, ?)", (article.code, article.name)
        )
