import sys

from jobs import cloud, printing

if sys.argv[1] == "print":
    sys.exit(0 if printing.wait_for(int(sys.argv[2])) else 1)
print(cloud.wait_for(int(sys.argv[2])))
