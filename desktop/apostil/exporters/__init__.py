"""Notes to bytes: one module a format.

`registry` finds the formats, `sheet` puts notes into words, `segments` cuts a text where marks begin and end,
`prose` reads the Markdown of a person's notes. What is written holds no path, no script and no remote reference.
"""
