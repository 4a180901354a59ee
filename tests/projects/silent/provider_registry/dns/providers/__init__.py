from . import cns, porkbun  # noqa: F401
