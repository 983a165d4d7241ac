"""cleantext as a step of other libraries: one module each, imported where it is used.

Each needs its own library, which the extra of the same name installs: ``pip install "cleantext-news[pandas]"``.
"""
