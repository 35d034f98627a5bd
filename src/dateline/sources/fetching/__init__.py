"""Fetch from the network: one function for the whole program, safe against whatever answers.

``addresses`` knows which addresses are on the public internet, ``targets`` which URLs may be asked
for, ``connecting`` looks names up and connects to the very address that was checked, ``robots`` and
``pacing`` keep to what hosts ask for, ``fetch`` puts them together.
"""

from .fetch import Fetched, Fetcher, Known
from .policy import Limits, Policy

__all__ = ["Fetched", "Fetcher", "Known", "Limits", "Policy"]
