from farm import api, errors
from farm.errors import code_of


def start(machine: str) -> bool:
    response = api.new_style("StartInstances", **{"InstanceIds.0": machine})
    if code_of(response) == errors.NO_MONEY:  # expect: CLB105 5300 via new
        return False
    if code_of(response) in ("4100", "4104"):  # expect: CLB105 4100 4104 via new
        raise PermissionError(machine)
    return code_of(response) in ("", "UnsupportedOperation.InstanceStateRunning")


def price(machine: str) -> int:
    answer = api.old_style("InquiryInstancePrice", instanceId=machine)  # expect: CLB204 InquiryInstancePrice  # here: price
    if answer["code"] == errors.MISSING:  # expect: CLB101 5000 via sdk client old price
        return 0
    return answer["price"]
