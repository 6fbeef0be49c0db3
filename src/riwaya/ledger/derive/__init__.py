"""What follows from the kept rows: tellings, ties, incidents, names; made again at any time.

Takes: a connection that writes, the reports that are new or changed, the tables.
Gives: the derived rows, the same in whatever order the reports came.
Never: changes a kept row.
"""
