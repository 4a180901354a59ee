"""Comments that say what is not to be reported: reading, obeying, checking and writing them.

    text -> layout (comments, statements, joined lines) -> directives -> suppressions with scopes
         -> what is withheld / what is unused / edits that remove or add one

`clb_migrate/docs/suppressions.md` tells people what may be written where.
"""
