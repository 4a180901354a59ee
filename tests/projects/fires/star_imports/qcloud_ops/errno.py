from .errno_auth import *

ERR_OK = 0  # expect: CLB103
ERR_PARAM = 4000  # expect: CLB103 4000
ERR_NO_RES = 5000
_ERR_HIDDEN = 6000
