"""What reads, behind the workspace, that which was pasted, uploaded or given as an address.

Takes: the jobs of a ledger. Gives: reports in the ledger, and what came of each job.
Never: serves anything, takes a file's name for a path, or fetches where that is not allowed.

A process of its own: it may die, run out of memory or be killed, and nothing is lost or doubled.
"""
