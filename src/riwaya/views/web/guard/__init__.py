"""Who may ask what: hosts, headers, forms that nobody forged, sessions and rights.

Takes: requests. Gives: the viewer, or a refusal in plain words. Never: trusts what a request says
of itself without checking it.
"""
