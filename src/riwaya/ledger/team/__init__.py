"""Who works on a ledger: accounts, sessions, tokens, what was looked at, what waits to be read.

Takes: a connection, and names, passwords, codes. Gives: who asks and what they may do.
Never: knows of the web, or decides what an incident says.
"""
