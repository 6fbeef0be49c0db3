"""What reviewing asks of a ledger: what to look at next, who judged what, what a decision would do.

Takes a connection and who asks; gives frozen items. Never decides anything itself.
"""
