import sys

from tidy import cloud
from tidy.codes import Code
from tidy.tracker import Tracker

count = cloud.delete(sys.argv[2:])
code = cloud.stop('ins-1')
if Tracker().close(int(sys.argv[1])) and count != 5000:
    sys.exit(0)
if code == 4100 or code == Code.GONE:
    sys.exit(code)
