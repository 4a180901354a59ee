"""Blue/green deployments for the shop."""
