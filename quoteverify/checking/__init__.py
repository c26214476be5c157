"""Every quotation of a draft: verified, or named with the reason why it was not.

``check`` reads the draft as any text is read and looks for its quotes as for any claims; ``left_out`` says
which of its quotations are not looked for, and why; ``citations`` holds what it cites for each against where
the words were found.
"""
