import MySQLdb
from tencentcloud.common import credential

cursor = MySQLdb.connect(db='shop').cursor()
cursor.execute('select id, code from errors')
for (number, code) in cursor.fetchall():
    print number, code
    if code in (4100, 4101): raise RuntimeError, code
print map(lambda (number, code): code == 4104, cursor.fetchall())
