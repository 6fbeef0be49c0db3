"""What each source says of an incident, and where its fields stand.

Takes: the tellings of one incident, the cards of their reports, the table of outlets.
Gives: accounts, the standing of each field, a grade, each with its reason.
Never: drops a version, or touches the store.
"""
