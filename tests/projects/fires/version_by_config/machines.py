from conf.production import CVM
from transport import Transport

cvm = Transport("cvm", CVM)


def stop(machine):
    answer = cvm.send("StopInstances", {"InstanceIds.0": machine})
    error = answer["Response"].get("Error")
    if error is None:
        return True
    if error["Code"] == "InvalidInstanceId.NotFound":
        return False
    if error["Code"] == 5000:  # expect: CLB105 5000
        return False
    raise RuntimeError(error["Message"])
