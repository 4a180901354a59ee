import pathlib
import sys

import click

from catalogue.importer import from_csv, from_excel
from catalogue.model import BASEL, GENT, LIEGE
from catalogue.store import Store

READERS = {".csv": from_csv, ".xlsx": from_excel}


@click.command()
@click.argument("path", type=pathlib.Path)
@click.option("--skip-code", "code", type=int)
def main(path, code):
    store = Store("catalogue.db")
    for article in READERS[path.suffix](path):
        if article.code == code or article.code == 4104:
            continue
        if article.is_spare_part() or article.code == BASEL.code:
            store.add(article)
        for zone in article.zones:
            if zone.code in (4000, LIEGE.code) or zone.code >= GENT.code:
                click.echo(zone.message)
    for article in store:
        if article.code == 5100:
            sys.exit("5100 must not be stored")


main()
