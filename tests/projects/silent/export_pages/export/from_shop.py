import requests

from export.paging import first, pages


def fetch(offset, size):
    url = "https://shop.example.com/articles"
    return requests.get(url, params={"from": offset, "size": size}).json()


def rows():
    for page in pages(fetch):
        if page["code"] == 4400 or page["code"] == 0:
            yield page["articles"]
    last = first(pages(fetch))
    if last["code"] == 5000:
        yield last["message"]
