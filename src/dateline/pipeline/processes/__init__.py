"""Processes that may die, hang or eat memory, and the work they part.

``children`` starts them and asks ``child_side``; the ``sandbox`` is one that looks into foreign
bytes. ``leasing`` parts the work between processes, ``crashing`` dies where a test asks for it,
``bugs`` keeps a bug from stopping a run.
"""
