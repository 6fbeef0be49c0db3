"""Exports: a selection of incidents as a table, as JSON lines or as GeoJSON.

Takes: incidents of the ledger as a viewer sees it. Gives: text, a piece at a time. Never: a cell
that a spreadsheet would run; with `coarse` no private person's name and no sharp point.
"""
