from balancers.errors import CloudError, is_family
from balancers.service import Service

__all__ = ["CloudError", "Service", "is_family"]
