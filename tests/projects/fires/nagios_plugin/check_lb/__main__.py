import sys

from .model import LegacyCode, Status
from .options import parse
from .probe import probe

outcome = probe(parse(sys.argv[1:]))  # here: main
if outcome.legacy == LegacyCode.SIGNATURE:  # expect: CLB101 4100 via sdk request main
    print("UNKNOWN: signature")
elif outcome.legacy is not None and outcome.legacy.value == 5000:  # expect: CLB101 5000 via sdk request main
    print("CRITICAL: gone")
    outcome = outcome.worse(Status.CRITICAL)
sys.exit(outcome.exit_status)
