"""The text before it is parsed: blocks, dateline, language, capitals."""
