# Early Python 3: `async` was no keyword before 3.7.
import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Task:
    def run(self, async=False):
        self.async = async
        answer = json.loads(QcloudApi('lb', {}).call('DeleteLoadBalancers', {}))  # expect: CLB203; CLB204
        return answer['code'] / 1000 == 4  # expect: CLB101


done = Task().run(async=True)
print(f"{done!r}")
