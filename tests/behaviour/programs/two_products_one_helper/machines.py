from api import ApiError, checked, service


def count():
    try:
        answer = checked(service("cvm").call("DescribeInstances", {"limit": 1}))
    except ApiError as error:
        return str(error)
    return answer.get("totalCount", 0)
