import sys

CODES = {4100: 'signature', 5000: 'gone'}

for code in sys.argv[1:]:
    print CODES.get(int(code), 'never heard of it')
