from api import ApiError, checked, service


def count():
    try:
        answer = checked(service("lb").call("DescribeLoadBalancers", {"limit": 1}))
    except ApiError as error:
        return str(error)
    return answer["totalCount"]
