from qapi.client import Client
