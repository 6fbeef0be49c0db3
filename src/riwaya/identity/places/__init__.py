"""Which place a mention means: candidates of the tables, chosen by what the report says.

Takes: place phrases of a report and a gazetteer. Gives: a `PlaceReference` for each.
Never: says finer where something lies than the words do, or drops a place it cannot find.
"""

from riwaya.identity.places.gazetteer import Gazetteer, Place
from riwaya.identity.places.references import locate

__all__ = ["Gazetteer", "Place", "locate"]
