"""What the ledger's nouns look like on a page: words, marked texts, charts, tables.

Takes: nouns of the ledger and of the model. Gives: plain values that a template only has to write.
Never: asks the ledger, or makes HTML.
"""
