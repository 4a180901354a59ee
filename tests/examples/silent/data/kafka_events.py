"""Events on a bus; `code` says what happened in the warehouse."""

import json
import logging

from kafka import KafkaConsumer, KafkaProducer

PICKED, PACKED, SHIPPED, RETURNED = 4000, 4100, 5000, 6000
log = logging.getLogger("warehouse")


def consume() -> None:
    producer = KafkaProducer(bootstrap_servers="bus:6100")
    for record in KafkaConsumer("parcels", bootstrap_servers="bus:6100", group_id="mail"):
        event = json.loads(record.value)
        code = event["code"]
        if code == SHIPPED:
            producer.send("mails", json.dumps({"to": event["customer"]}).encode())
        elif code in (PICKED, PACKED):
            log.debug("%s: %s", event["parcel"], event["message"])
        elif code == RETURNED or code > 6200:
            log.info("returned %s", event["parcel"])
        elif not code:
            log.error("an event without code")
