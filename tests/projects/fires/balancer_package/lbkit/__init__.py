"""Load balancers for people in a hurry."""

from .api import LoadBalancers, connect
from .errors import codes

__all__ = ["LoadBalancers", "codes", "connect"]
__version__ = "0.4.1"
