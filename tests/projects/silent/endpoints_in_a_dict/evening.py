from services import billing, lb, tickets


def balancers_left():
    answer = lb(Action="DescribeQuota")  # expect: CLB204 DescribeQuota
    if answer["code"] == 4400:  # expect: CLB101 4400 via rpc-post
        return 0
    return answer["quotaSet"][0]["quota"]


def money_left():
    answer = billing(Action="DescribeBalance")
    if answer["code"] == 4400 or answer["code"] in (5300, 6000):
        return 0
    return answer["balance"]


def complain(text):
    answer = tickets(Action="CreateTicket", text=text)
    return not answer["code"] or answer["codeDesc"] == "Success"


if balancers_left() == 0 and money_left() > 5000:
    complain("please raise our quota")
