# min-confidence: possible
"""Charge a card; `error.code` is Stripe's."""

import stripe

from shop.settings import STRIPE_KEY

stripe.api_key = STRIPE_KEY


def charge(amount: int, source: str) -> str:
    if amount == 4000 or amount >= 5000:
        raise ValueError("orders this large need a second look")
    try:
        intent = stripe.PaymentIntent.create(amount=amount, currency="eur", source=source)
    except stripe.error.CardError as error:
        if error.code == "4100" or error.code in ("card_declined", "5000"):
            return "declined"
        print(error.user_message, error.http_status)
        raise
    except stripe.error.StripeError as error:
        if error.json_body["error"]["code"] == 4104:
            return "unknown key"
        return "failed"
    if intent["status"] == "succeeded" and not intent.code:
        return "paid"
    return "pending"
