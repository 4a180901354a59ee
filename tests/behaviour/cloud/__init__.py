"""A simulated cloud: one model of load balancers that answers in the form of either API.

`model` holds what there is and does what a request asks. `legacy` and `modern` translate between it
and API 2.0 and 3.0; they share nothing but the model. `errors` is the judge's own list of which
codes mean the same. `site` receives requests, records them and lets those fail that a scenario
names. `transports` puts it behind the two real SDKs, in place of the network.

Nothing here may import the tables or the code of the tool: this is what they are judged by.
"""
