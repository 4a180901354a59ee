# min-confidence: possible
"""Business codes of the order service. We produce them; nobody else's are in here."""

OK = 0
BAD_FORM = 4000
NOT_SIGNED_IN = 4100
FORBIDDEN = 4300
OVER_LIMIT = 4400
NO_SUCH_ORDER = 5000
WAREHOUSE_DOWN = 6000

HTTP_STATUS = {
    BAD_FORM: 400,
    NOT_SIGNED_IN: 401,
    FORBIDDEN: 403,
    OVER_LIMIT: 429,
    NO_SUCH_ORDER: 404,
    WAREHOUSE_DOWN: 503,
}
