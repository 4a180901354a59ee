"""lbkeeper: looks after the load balancers of the web shop."""
