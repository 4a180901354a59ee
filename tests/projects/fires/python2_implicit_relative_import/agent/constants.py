URL = 'https://lb.api.qcloud.com/v2/index.php'  # expect: CLB201
BUSY = 4300L  # expect: CLB103 4300
LIMITS = (4400L, 4500L)  # expect: CLB103 4400 4500
