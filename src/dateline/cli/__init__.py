"""The command line: each command is one library call and its printing.

Data goes to standard output, words to standard error. What takes long to import loads inside the
command that uses it, so that help is there at once.
"""

from .commands import main

__all__ = ["main"]
