# min-confidence: possible
"""Sales per product code with pandas and numpy."""

import numpy as np
import pandas as pd


def load(path: str) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype={"code": int})
    frame = frame[frame["code"] != 0]
    frame.loc[frame["code"] == 4100, "group"] = "paper"
    frame.loc[frame.code.isin([4000, 5000]), "group"] = "ink"
    frame.loc[(frame.code >= 6000) & (frame.code < 6200), "group"] = "toner"
    return frame


def main() -> None:
    frame = load("sales.csv")
    codes = np.asarray(frame["code"])
    print((codes == 4100).sum(), np.count_nonzero(codes == 5000))
    for code, rows in frame.groupby("code"):
        if code == 4100 or code in (5100, 5200):
            print(code, rows["amount"].sum())
    for row in frame.itertuples():
        if row.code == 6000:
            print(row.message)


main()
