import csv
import sys

from export import from_cloud, from_files, from_shop

writer = csv.writer(sys.stdout)
for source in (from_cloud, from_files, from_shop):
    for row in source.rows():
        writer.writerow([row])
for code in from_files.zip_codes("zip.csv"):
    writer.writerow([code == "4100"])
