"""Who is who and what is where, inside a report and across reports.

Takes: mentions. Gives: entities, and for each mention the entity it belongs to.
Never: knows grammar, or joins names that are only alike.
"""
