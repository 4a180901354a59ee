"""Where and who we are."""

REGION = "ap-guangzhou"
SECRET_ID = "AKIDaudit"
SECRET_KEY = "audit-key"

# listeners that must be there
EXPECTED_PORTS = (80, 443)
