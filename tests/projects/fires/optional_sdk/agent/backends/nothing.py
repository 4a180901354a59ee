def weights(balancer, listener):
    return {"data": []}
