TIMEOUT = 5

ENDPOINTS = {
    "lb": "https://lb.api.qcloud.com/v2/index.php",  # expect: CLB201 lb.api.qcloud.com
    "billing": "https://billing.example.com/v2/index.php",
    "tickets": "https://tickets.example.com/v2/index.php",
}
