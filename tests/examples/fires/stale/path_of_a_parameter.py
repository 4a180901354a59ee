def is_missing(body):
    error = body["Response"].get("Error")
    return bool(error) and error["Code"] == 5000  # expect: CLB105 5000 likely


def is_refused(body):
    return body.get("Response", {}).get("Error", {}).get("Code") in (4100, 4104)  # expect: CLB105 4100 4104 likely


def is_busy(body):
    return body["Response"]["Error"]["Code"] == "RequestLimitExceeded"


MARKER = "tencentcloudapi.com"
