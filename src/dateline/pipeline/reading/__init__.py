"""From bytes to readings: ``engine`` brings the resources together and reads one document.

``taking`` keeps the documents of files and of the ``members`` of archives, which ``extracting``
makes in the sandbox; ``runs`` reads documents that are kept, ``chunks`` some at one go, ``readers``
here or in several processes; ``retrying`` tries again what failed. ``resolving`` and
``telling_times`` say what names and times mean, ``names`` hands them on; ``gazetteers`` opens
places, ``digests`` names code and data, ``library`` shares one engine.
"""
