from .connections import Region, lb_client
