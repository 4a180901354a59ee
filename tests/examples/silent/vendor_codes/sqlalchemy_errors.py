"""SQLAlchemy's `error.code` is a four-letter key of its documentation; orig.args has numbers."""

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

engine = create_engine("mysql+pymysql://app@db:4000/shop", pool_recycle=5000)


def codes_in_use(threshold: int = 4000) -> list[int]:
    with engine.connect() as connection:
        rows = connection.execute(text("select code, message from product_codes"))
        return [row.code for row in rows if row.code >= threshold and row.code != 4100]


def ping() -> bool:
    try:
        with engine.connect() as connection:
            connection.execute(text("select 1"))
    except OperationalError as error:
        if error.code == "e3q8":
            return False
        if error.orig.args[0] in (2006, 4031):
            return False
        raise
    except DBAPIError as error:
        return error.code != "4100" and not error.connection_invalidated
    return True
