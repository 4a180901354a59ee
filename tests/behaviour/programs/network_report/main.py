"""Which VPC does which balancer live in?  Old inventory uses the numbers, new one the vpc-... ids."""
from netreport.collect import collect
from netreport.render import render

render(collect("ap-guangzhou"))
