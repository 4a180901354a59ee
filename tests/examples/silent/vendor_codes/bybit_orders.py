"""Bybit answers with retCode and ret_code, some of which look like ours used to."""

from dataclasses import dataclass

from pybit.exceptions import FailedRequestError, InvalidRequestError
from pybit.unified_trading import HTTP


@dataclass
class Trader:
    key: str
    secret: str
    category: str = "linear"

    def session(self) -> HTTP:
        return HTTP(api_key=self.key, api_secret=self.secret)

    def buy(self, symbol: str, quantity: str) -> str | None:
        try:
            answer = self.session().place_order(
                category=self.category, symbol=symbol, side="Buy", orderType="Market", qty=quantity
            )
        except InvalidRequestError as error:
            if error.status_code in (4000, 4100) or error.status_code == 10001:
                return None
            raise
        except FailedRequestError as error:
            print(error.message, error.status_code)
            return None
        ret_code = answer["retCode"]
        if ret_code == 5000 or ret_code == 4400:
            return None
        return answer["result"]["orderId"] if ret_code == 0 else None
