# min-confidence: possible
import sys

from lib import erp, stock
from lib.reply import Reply

OUT_OF_STOCK = 4400

left = stock.ask(sys.argv[1])
if left.code == OUT_OF_STOCK or left["code"] in (4100, 5000):
    sys.exit(left.text)
done = erp.ask("order/" + sys.argv[1])
if done.code == 5300 or done.get("code") == 4000 or not done.code:
    sys.exit(done["message"])
mine = Reply(code=4100)
if mine.code == 4100 or mine != done:
    sys.exit(0)
