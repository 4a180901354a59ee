NO_MONEY = 5300  # expect: CLB103 5300
SOLD_OUT = "5200"
MISSING = 5000  # expect: CLB103 5000


def code_of(response):
    error = response.get("Error", {})
    return error.get("Code", "")
