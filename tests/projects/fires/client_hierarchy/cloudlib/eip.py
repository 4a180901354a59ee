from cloudlib import base


class Address(base.Service):
    module = 'eip'

    def __init__(self, region, secret_id, secret_key, project):
        super(Address, self).__init__(region, secret_id, secret_key)
        self.project = project

    def release(self, eip):
        return self.request('DeleteEip', eipId=eip, projectId=self.project)  # expect: CLB204 DeleteEip via client request
