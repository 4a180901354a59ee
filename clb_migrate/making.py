"""Where a run takes the facts of files from: the cache, this process, or several others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clb_migrate.watch import Watch

if TYPE_CHECKING:
    from clb_migrate.analysis.facts import Facts, FactsOf
    from clb_migrate.cache import Cache


@contextmanager
def facts_maker(jobs: int, cache: Cache | None, watch: Watch) -> Iterator[FactsOf]:
    """Give what makes facts in up to `jobs` processes (0: as many as can run at a time).

    Without a cache nothing is kept. Processes and cache are set up when they are first needed.
    """
    from clb_migrate.workers import Workers, available_jobs

    workers = Workers(jobs or available_jobs(), watch.parse)

    def made(files: Sequence[tuple[str, bytes]]) -> Sequence[Facts]:
        with watch.stage("facts"):
            if cache is None:
                return workers.facts(files)
            found = cache.facts(files, workers.facts)
            watch.kept = cache.hits
            return found

    try:
        yield made
    finally:
        workers.close()
