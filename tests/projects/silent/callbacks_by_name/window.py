import tkinter

import handlers
from net.transport import ask_cloud, ask_partner

CONFIG = {"Region": "gz", "secretId": "", "secretKey": ""}


class Window(tkinter.Tk):
    def __init__(self):
        super().__init__()
        tkinter.Button(self, command=self.refresh).pack()
        self.bind("<Key>", self.on_key)
        self.protocol("WM_DELETE_WINDOW", self.destroy)

    def refresh(self):
        ask_cloud(CONFIG, "DescribeLoadBalancers", handlers.balancers_arrived)  # expect: CLB204 DescribeLoadBalancers
        ask_partner("/prices", handlers.HANDLERS["prices"])
        ask_partner("/news", self.news_arrived)

    def news_arrived(self, answer):
        if answer["code"] == 4103 or answer["code"] == 0:
            self.title(answer["message"])

    def on_key(self, event):
        code = event.keycode
        if code == 4100 or code in (5000, 6000):
            self.refresh()


Window().mainloop()
