"""The JSON API: everything that the pages show, for programs.

Takes: requests of viewers or of tokens with a scope. Gives: JSON as `/api/v1/openapi.json` says.
Never: shows what the pages would not.
"""
