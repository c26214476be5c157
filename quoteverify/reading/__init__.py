"""Text to quotes with speakers. The only wing that knows spaCy.

A text goes through the folders in this order: ``marks`` finds the quoted spans, ``syntax`` reads the
narration around them, ``sieves`` say which mention each span belongs to and ``people`` which person a mention
is, ``attribution`` makes utterances and answers from them, ``kinds`` says what is speech. ``turns`` reads
transcripts and ``reports`` what is told without marks. ``assembly`` is the way through all of them,
``parser`` the door: ``parse``, which checks what it is given by ``arguments``; ``processes`` shares many
texts among several processes. Above it stand ``sources``, for files, and ``component``, for spaCy's
pipelines; ``explanation`` says why a quote is read as it is, and ``corrections`` applies what people have
corrected.
"""
