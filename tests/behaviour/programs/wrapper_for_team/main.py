"""The team's wrapper: every caller says action and params, and reads the legacy answer."""
import rules
import switch

print(switch.rename("front-2"))
for line in rules.lines():
    print(line)
