"""`acme.Client` is the new one; the old one is `acme.compat.Client`."""
from acme.api import Client
from acme.shared import describe

__all__ = ["Client", "describe"]
