"""The four verbs for a language model, by the Model Context Protocol (https://modelcontextprotocol.io).

``holdings`` are what may be read, and nothing else is; ``answers`` are what each verb says of it, as text and
as data; ``server`` alone knows the protocol's SDK, and hands the one to the other.
"""
