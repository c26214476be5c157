"""Text to quotes with speakers. The only wing that knows spaCy.

A text goes through the folders in this order: ``marks`` finds the quoted spans, ``syntax`` reads the
narration around them, ``sieves`` say which mention each span belongs to and ``people`` which person a mention
is, ``attribution`` makes utterances and answers of that, ``kinds`` says what is speech. ``assembly`` is the
way through all of them, ``parser`` the door: ``parse``; ``processes`` shares many texts among several. Above
it stand ``sources``, for files, and ``component``, for spaCy's pipelines.
"""
