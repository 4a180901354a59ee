# min-confidence: possible
"""Exchange files: elements and attributes called code."""
import xml.etree.ElementTree as ElementTree

from bs4 import BeautifulSoup


def customs(path):
    root = ElementTree.parse(path).getroot()
    kept = []
    for item in root.iter("item"):
        if item.get("code") == "4100" or item.attrib["code"] in ("4000", "5000"):
            continue
        if item.find("code").text == "6000" or int(item.findtext("code")) == 6100:
            continue
        kept.append(item.findtext("message"))
    return kept


def table(html):
    soup = BeautifulSoup(html, "html.parser")
    rows = []
    for row in soup.select("tr"):
        code = row.find("td").get_text()
        if code == "4100":
            rows.append(row["data-code"] == "4100")
    return rows
