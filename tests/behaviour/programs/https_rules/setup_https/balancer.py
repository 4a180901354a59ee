from .session import session

RULES = (
    ("www.example.com", "/"),
    ("www.example.com", "/static"),
)


def https_listener(ident, certificate):
    made = session.do("CreateForwardLBSeventhLayerListeners", {
        "loadBalancerId": ident,
        "listeners.0.loadBalancerPort": 8443,
        "listeners.0.protocol": 4,
        "listeners.0.listenerName": "shop-https",
        "listeners.0.SSLMode": "unidirectional",
        "listeners.0.certId": certificate,
    })
    print("listener made")
    return made["listenerIds"][0]


def rules(ident, listener):
    made = session.do("CreateForwardLBListenerRules", {
        "loadBalancerId": ident,
        "listenerId": listener,
        "rules": [
            {
                "domain": domain,
                "url": url,
                "sessionExpire": 30,
                "healthSwitch": 1,
                "httpCheckPath": "/health",
                "httpHash": "wrr",
            }
            for domain, url in RULES
        ],
    })
    session.wait(made["requestId"])
    print(len(RULES), "rules made")
