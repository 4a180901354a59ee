import sys

import patient

print(patient.listeners(sys.argv[1]), patient.posts(sys.argv[1]))
