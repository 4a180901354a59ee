"""Numbers of the cloud, as far as we have met them."""
from enum import Enum, IntEnum, unique

SUCCESS = 0  # expect: CLB103
PARAM_ERROR = 4000  # expect: CLB103 4000
AUTH_CODES = (4100, 4104, 4105)  # expect: CLB103 4100 4104 4105
CAM_CODES = [4101, 4102, 4103]
RETRY_CODES = {4400, 6000}  # expect: CLB103 4400 6000
RETRY_PORTS = {4400, 6000}


@unique
class Err(IntEnum):
    NOT_FOUND = 5000  # expect: CLB103 5000
    OP_FAILED = 5100  # expect: CLB103 5100
    PARTIAL = 5400


class Named(Enum):
    REPLAY = "4500"  # expect: CLB103 4500
    SCHEME = "4600"


class Codes:
    INTERNAL = 6000  # expect: CLB103 6000
    MAINTENANCE = 6200


MESSAGES = {  # expect: CLB103 4000 5000 6000
    PARAM_ERROR: "wrong parameter",
    Err.NOT_FOUND: "no such resource",
    6000: "internal error",
}
PORT_NAMES = {5000: "registry", 6000: "display"}
