DOMAIN = "api.qcloud.com"
PATH = "/v2/index.php"
SUCCESS = "Success"  # expect: CLB103 Success
EXPIRED = "4500"  # expect: CLB103 4500
