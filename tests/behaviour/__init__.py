"""Programs run before and after the fix, against a simulated cloud."""
