from .balancers import LoadBalancers
from .session import connect
