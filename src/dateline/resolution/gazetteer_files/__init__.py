"""Read the files that a gazetteer of one's own is built from, row by row.

``formats`` tells what a file is and in which order files are taken in; ``rows`` opens them; each
other module reads one kind of file. Nothing is kept in memory but the names of divisions.
"""
