"""The same pipeline on one core or on many.

Takes: reports and problems in the order in which they come in.
Gives: a reading or a problem for each, in that order.
Never: changes what a reading says, or lets one report's failure stop the others.
"""

from riwaya.workers.pool import Options, failed_by, read_all

__all__ = ["Options", "failed_by", "read_all"]
