from vendor import call
from tencentcloud.common import credential

answer = call('list')
if answer['code'] == 4100:
    print(f'{answer["code"]}')
