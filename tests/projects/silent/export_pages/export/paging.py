def pages(fetch, size=100):
    """Yield what `fetch(offset, size)` gives until a page is short."""
    offset = 0
    while True:
        page = fetch(offset, size)
        yield page
        if len(page) < size:
            return
        offset += size


def first(pages, default=None):
    for page in pages:
        return page
    return default
