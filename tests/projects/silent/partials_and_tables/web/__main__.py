from web.reports import balancers, route, weather

print(weather("Basel"), route("Basel", "Bern"), balancers())
