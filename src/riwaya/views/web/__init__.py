"""The workspace: pages and a JSON API where people read, compare and decide.

Takes: a ledger, and who asks. Gives: HTML that works without scripts, JSON, files to take away.
Never: decides what an incident says, serves what was fetched, or needs another server.
"""
