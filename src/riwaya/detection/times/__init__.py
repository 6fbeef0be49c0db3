"""Times of a text with the days they mean.

Takes: a text or its words, and the day of publication. Gives: `FoundTime`s, in order.
Never: tells which happening a time belongs to, or guesses days that the words do not bound.
"""

from riwaya.detection.times.finder import TimeAt, find_times, times_in

__all__ = ["TimeAt", "find_times", "times_in"]
