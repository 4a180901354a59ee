import json
import os

pipe = os.popen('qcloudcli cvm DescribeInstances --limit 5')  # expect: CLB206 qcloudcli
answer = json.loads(pipe.read())
pipe.close()
if answer['code'] == 4103:  # expect: CLB101 4103
    print('no right to these instances')
