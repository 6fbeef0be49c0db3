"""Statements: the only room that knows grammar (who did what; negation; hedging; who says so).

Takes: a report's words and noun phrases. Gives: events with roles, realis, polarity, sources.
Never: knows spelling, looks a place up, or joins names.
"""
