from rpc import Endpoint

lb = Endpoint("lb")
billing = Endpoint("billing")
tickets = Endpoint("tickets")
