import json

from sync.balancers import Balancers
from sync.customers import Customers
from sync.files import Files

with open("qcloud.json") as file:
    jobs = [Balancers(json.load(file)), Customers(), Files()]
print([job.run() for job in jobs])
