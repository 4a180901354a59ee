from cloudlib.base import Service
