"""gRPC: error.code() is a StatusCode; the application's number rides in the metadata."""

import grpc

from inventory.v1 import inventory_pb2, inventory_pb2_grpc

RETRY = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED}


def stock(address: str, sku: str) -> int:
    with grpc.insecure_channel(address) as channel:
        stub = inventory_pb2_grpc.InventoryStub(channel)
        try:
            reply = stub.Stock(inventory_pb2.StockRequest(sku=sku), timeout=3)
        except grpc.RpcError as error:
            if error.code() == grpc.StatusCode.NOT_FOUND:
                return 0
            if error.code() in RETRY:
                return -1
            details = dict(error.trailing_metadata())
            if details.get("code") == "5000" or int(details.get("app-code", 0)) == 5100:
                return 0
            raise
    if reply.code == 4100:
        raise PermissionError(reply.message)
    return reply.amount
