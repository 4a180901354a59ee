from app import cloud, erp, view

cloud.refresh()
erp.refresh()
print(view.balancers(), view.invoices())
