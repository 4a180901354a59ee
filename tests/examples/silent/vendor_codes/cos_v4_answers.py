# The fourth version of the object storage SDK: code and message in the answer,
# another service than API 2.0 with numbers of its own.
from qcloud_cos import CosClient, StatFileRequest, UploadFileRequest

client = CosClient(10000202, u'id', u'key', region=u'gz')


def upload(bucket, local, remote):
    request = UploadFileRequest(bucket, remote, local)
    request.set_insert_only(0)
    ret = client.upload_file(request)
    if ret['code'] == -4018 or ret['code'] == 4000:
        print('already there: ' + ret['message'])
        return True
    if ret['code'] != 0:
        print('upload failed %r' % ret)
        return False
    return True


def exists(bucket, remote):
    ret = client.stat_file(StatFileRequest(bucket, remote))
    code = ret['code']
    return code == 0 or code not in (-166, -197, 5000)
