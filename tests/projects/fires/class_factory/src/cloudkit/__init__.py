from cloudkit.factory import service_class

Balancer = service_class("Balancer", "lb")
Machine = service_class("Machine", "cvm", version="2017-03-12")
