import logging
import time

from cloud import lb
from cloud.errors import AccountError, CloudError, LocalError


def remove(lb_id, config):
    try:
        lb.delete(lb_id, config)
    except AccountError as e:
        if e.code == 4104:  # expect: CLB101 4104 via sdk request account
            logging.error("the key was deleted")
        raise
    except CloudError as e:
        if e.code == 5000:  # expect: CLB101 5000 via sdk request raised
            return True
        if e.temporary:
            time.sleep(60)
            return remove(lb_id, config)
        logging.error("code %s: %s", e.code, e)
        return False
    except LocalError as e:
        return e.code == 4400
    except OSError as e:
        return e.errno == 5000
    return True
