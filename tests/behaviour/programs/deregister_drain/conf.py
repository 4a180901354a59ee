REGION = 'ap-guangzhou'
ID, KEY = 'AKIDdrain', 'drain-key'
PORT = 8080
GRACE = 1   # seconds
