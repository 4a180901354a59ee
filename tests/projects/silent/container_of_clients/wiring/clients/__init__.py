from .crm import Crm
from .erp import Erp
from .load_balancers import LoadBalancers

__all__ = ["Crm", "Erp", "LoadBalancers"]
