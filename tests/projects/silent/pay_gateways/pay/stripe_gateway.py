import stripe

from pay.base import Provider


class Stripe(Provider):
    name = 'stripe'

    def request(self, path, form):
        try:
            stripe.PaymentIntent.create(amount=form['amount'], currency='cny')
        except stripe.error.CardError as problem:
            if problem.code == 'card_declined' or problem.http_status == 4000:
                return {'code': 5300, 'message': problem.user_message}
            return {'code': 4000, 'message': str(problem.code)}
        return {'code': 0, 'message': ''}
