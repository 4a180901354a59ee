"""MQTT's client calls back what was assigned to its attributes."""
import json

import paho.mqtt.client as mqtt
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from gateway.settings import BROKER, CONFIG


def on_connect(client, userdata, flags, code):
    if code == 4100 or code == 5:
        raise SystemExit("the broker refused us")
    client.subscribe("balancers/#")


def on_disconnect(client, userdata, code):
    if code == 4400:
        print("kicked")


def on_message(client, userdata, message):
    service = QcloudApi("lb", CONFIG)  # expect: CLB203
    answer = json.loads(service.call("DescribeLBHealthStatus",  # expect: CLB204
                                     {"loadBalancerId": message.payload.decode()}))
    client.publish("health", str(answer["code"] == 0))  # expect: CLB102


client = mqtt.Client()
client.on_connect = on_connect
client.on_disconnect = on_disconnect
client.on_message = on_message
client.connect(BROKER, 4000)
client.loop_forever()
