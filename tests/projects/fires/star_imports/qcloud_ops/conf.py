secret_id = 'AKID'
secret_key = 'key'
