import requests

from app.state import last, remember


def refresh():
    last["erp"] = remember("erp", requests.get("https://erp.example.com/state").json())
