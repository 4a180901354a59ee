"""Nightly job: count what runs where, by stage."""
import sys

import jobs

sys.exit(jobs.run(sys.argv[1] if len(sys.argv) > 1 else "testing"))
