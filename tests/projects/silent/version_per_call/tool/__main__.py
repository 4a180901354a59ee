import sys

from tool import new_way, old_way

print(old_way.names() if "--old" in sys.argv else new_way.names())
