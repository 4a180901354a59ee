import listing
import naming

print(listing.names())
print(naming.rename("lb-app2", "second"))
print(listing.names())
