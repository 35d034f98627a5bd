"""Compare two codings of the same events: which of them both have, and how far they agree.

``sides`` brings in what is compared, ``weighing`` says what speaks for one happening, ``matching``
pairs them, ``fields`` and ``coefficients`` measure agreement, ``reporting`` puts it together.
"""
