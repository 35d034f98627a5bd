"""A scorer for each task: coded rows and predicted rows go in, one record of figures comes out.

A scorer knows nothing of files, of commands, or of how a prediction was made.
"""
