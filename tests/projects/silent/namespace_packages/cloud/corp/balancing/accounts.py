ACCOUNTS = {
    "search": {"Region": "gz", "secretId": "s", "secretKey": "k"},
    "maps": {"Region": "sh", "secretId": "m", "secretKey": "k"},
}
