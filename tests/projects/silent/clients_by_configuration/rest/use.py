from rest.client import Client
from rest.config import ERP, LB

lb, erp = Client(LB), Client(ERP)


def balancers() -> int:
    answer = lb.get(Region="gz")
    if answer["code"] == 4105:  # expect: CLB101 4105 via rest-get
        raise PermissionError("token")
    return answer["totalCount"]


def invoices() -> int:
    answer = erp.get(year="2019")
    if answer["code"] == 4105 or answer["code"] in ERP.retry_codes:
        raise PermissionError("token")
    return answer["count"]


print(balancers(), invoices())
