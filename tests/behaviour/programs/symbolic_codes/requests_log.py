def note(*words):
    print("[lb]", *words)
