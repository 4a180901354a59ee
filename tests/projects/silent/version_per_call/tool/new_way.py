from tool import transport

SORRY = {"AuthFailure.TokenFailure": "token", "InternalError": "later"}


def names():
    response = transport.new("DescribeInstances", Limit=100)
    error = response.get("Error")
    if error and error["Code"] in SORRY:
        raise SystemExit(SORRY[error["Code"]])
    if "Error" in response or error:
        code = error["Code"].partition(".")[0]
        raise SystemExit(1 if code == "AuthFailure" else 2)
    if response["TotalCount"] == 5000:
        print("as many as there can be")
    return [one["InstanceName"] for one in response["InstanceSet"]]
