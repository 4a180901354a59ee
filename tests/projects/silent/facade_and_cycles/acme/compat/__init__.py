from acme.compat.client import Client  # noqa: F401
