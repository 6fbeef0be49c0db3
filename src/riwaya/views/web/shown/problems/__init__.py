"""Lines on what was wrong with files and addresses, in the language of who reads.

Takes: a line as a job keeps it. Gives: its pieces, in the catalogue's language where it is known.
Never: changes what was given, or asks the ledger.
"""

from riwaya.views.web.shown.problems.addresses import ADDRESSES
from riwaya.views.web.shown.problems.files import FILES
from riwaya.views.web.shown.problems.inputs import INPUTS
from riwaya.views.web.shown.problems.lines import MORE, PLACES, problem
from riwaya.views.web.shown.problems.remedies import REMEDIES

FORMS = (*FILES, *ADDRESSES, *REMEDIES, *PLACES, MORE)
"""What the catalogue has to have for them, beside the labels of INPUTS."""

__all__ = ["FORMS", "INPUTS", "problem"]
