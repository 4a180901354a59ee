import functools
import queue
import threading
from concurrent import futures

from scan.accounts import accounts
from scan.worker import scan

results = queue.Queue()


def work(account):
    results.put(scan(account, "bj"))  # here: queued


def main():
    with futures.ThreadPoolExecutor(8) as pool:
        jobs = {pool.submit(scan, account): account for account in accounts()}  # here: submitted
        for job in futures.as_completed(jobs):
            found = job.result()
            if found.code == 4104:  # expect: CLB101 4104 via sdk client request made
                print("key is gone:", jobs[job].name)
            if jobs[job].code == 4104:
                print("an account of the old kind")
        for found in pool.map(functools.partial(scan, region="hk"), accounts()):
            if found.code == 4100:  # expect: CLB101 4100 via sdk client request made
                print(found.account, found.message)
    threads = [threading.Thread(target=work, args=(one,)) for one in accounts()]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        found = results.get()
        if not found and found.code == 6000:  # expect: CLB101 6000 via sdk client request made queued
            print("internal")


main()
