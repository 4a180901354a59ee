import optparse, sys

parser = optparse.OptionParser()
parser.add_option('--code', type='int')
options, args = parser.parse_args()
print options.code
if options.code == 4100: print >>sys.stderr, 'tencentyun qcloud'; sys.exit(4100)
exec "code = 4104" in globals()
