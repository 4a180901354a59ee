from pay.alipay_gateway import Alipay
from pay.base import PayError
from pay.stripe_gateway import Stripe
from pay.wechat import WeChat

PROVIDERS = {cls.name: cls for cls in (Alipay, Stripe, WeChat)}


def checkout(order, cents, name='wechat'):
    try:
        answer = PROVIDERS[name]().pay(order, cents)
    except PayError as error:
        if error.code == 5300 or error.code in (4100, 6000):
            return 'please pay another way'
        raise
    return 'thank you' if answer['code'] in (0, '10000') else 'wait'


print(checkout('1', 100), WeChat.name)
