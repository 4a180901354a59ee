# min-confidence: possible
"""MySQL error numbers; 4031 and friends are the server's."""

import pymysql
import pymysql.cursors
from pymysql.constants import ER

LOST = (2006, 2013, 4031)


def run(sql: str, *values: object, tries: int = 3) -> list[dict]:
    for _ in range(tries):
        connection = pymysql.connect(host="db", user="app", database="shop", port=6000)
        try:
            with connection.cursor(pymysql.cursors.DictCursor) as cursor:
                cursor.execute(sql, values)
                rows = cursor.fetchall()
            return [row for row in rows if row["code"] != 4100]
        except pymysql.err.OperationalError as error:
            code, message = error.args
            if code in LOST or code == 4000:
                continue
            print(message)
            raise
        except pymysql.err.ProgrammingError as error:
            if error.args[0] == ER.NO_SUCH_TABLE or error.args[0] == 5000:
                return []
            raise
        finally:
            connection.close()
    return []
