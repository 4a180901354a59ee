from acme.api.client import Client  # noqa: F401
