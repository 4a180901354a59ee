"""Prints the crontab line for the old job; the job itself still runs under Python 2."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
JOB = os.path.join(HERE, "cron_py2.py")

with open(JOB) as handle:
    lines = handle.read().splitlines()
print("15 3 * * * /usr/bin/python2.7 %s" % os.path.basename(JOB))
print("the job has code: %s" % ("yes" if len(lines) > 10 else "no"))
