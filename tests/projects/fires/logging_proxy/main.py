import sys

from api import connect, rename

answer = rename(connect("gz"), *sys.argv[1:3])  # here: main
if answer["code"] == 5000:  # expect: CLB101 5000 via sdk client request main
    sys.exit("no such balancer")
sys.exit(0 if answer["codeDesc"] == "Success" else answer["message"])  # expect: CLB102; CLB104
