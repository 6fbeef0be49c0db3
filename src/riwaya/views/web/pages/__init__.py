"""The pages, a file each: what an address is answered with.

Takes: requests of viewers with rights. Gives: templates filled in. Never: decides how a value
looks.
"""

from riwaya.views.web.pages import (
    account,
    accounts,
    actors,
    adding,
    audit,
    guarded,
    incident,
    incidents,
    joining,
    judging,
    login,
    network,
    outlets,
    outside,
    preferences,
    report,
    review,
    search,
)

TEAM = (login.router, outside.router, account.router, accounts.router, audit.router)
PAGES = (
    *TEAM, incidents.router, incident.router, report.router, search.router, adding.router,
    preferences.router, review.router, judging.router, joining.router,
    guarded.router, actors.router, network.router, outlets.router,
)  # fmt: skip
"""The routers of all pages."""
