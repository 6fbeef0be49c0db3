"""What a ledger says, as plain text for people and as JSON lines for programs.

Takes: the ledger's nouns. Gives: text, one page a file; every line makes sense when read aloud.
Never: asks the ledger, or decides what an incident says.
"""
