from conf.base import *
from conf.base import CREDENTIAL, CVM_VERSION

CVM = dict(CREDENTIAL, Version=CVM_VERSION)
LB = dict(CREDENTIAL)
