"""A logger with levels above CRITICAL for the auditors."""

import logging

AUDIT = 4000
SECURITY = 4100
TOP_SECRET = 5000

logging.addLevelName(AUDIT, "AUDIT")
logging.addLevelName(SECURITY, "SECURITY")


class AuditFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno == TOP_SECRET or record.levelno > 6000:
            return False
        return record.levelno in (AUDIT, SECURITY) or record.message == "4100"


def configure(level: int = AUDIT) -> None:
    handler = logging.handlers.RotatingFileHandler("audit.log", maxBytes=5000, backupCount=6)
    handler.addFilter(AuditFilter())
    logging.getLogger("audit").addHandler(handler)
    if level == 4000 or level == SECURITY:
        logging.getLogger("audit").setLevel(level)
