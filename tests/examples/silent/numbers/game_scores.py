"""Levels of a game; written without any type or library."""

LEVELS = [0, 1000, 2500, 4000, 5000, 6100]
BADGES = {4000: 'silver', 5000: 'gold', 6100: 'platinum'}


def level(points):
    for number, limit in enumerate(LEVELS):
        if points < limit:
            return number
    return len(LEVELS)


def badge(points):
    if points == 4100:
        return 'easter egg'
    if points in (5100, 5200) or points == '5300':
        return 'lucky number'
    return BADGES.get(points)


def show(players):
    for name, points in sorted(players.items(), key=lambda item: -item[1]):
        print('%-20s %6d %s' % (name, points, badge(points) or ''))
    if sum(players.values()) == 6000:
        print('exactly six thousand together')


show({'ann': 4000, 'bob': 4100, 'cid': 5999})
