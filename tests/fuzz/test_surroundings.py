"""Odd machines: many threads, other hashes, no assertions, a locale of C, no home, other ways to start."""

import json
import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quoteverify import align, check, compare, pair, parse, verify
from quoteverify.exchange.serialization import to_json

MORNING = (
    "'We may close'\n\n“We may close the bridge in May, if they ask,” said Ines Okafor, who runs the "
    "harbour. “Nobody asked us,” Ole Brandt told the board.\n\nThe mayor’s office "
    "called it “a patient without a doctor”. “It does not need me to say so,” "
    "she added: “Café ☕ — 5% of €1.5m…”\n"
)
EVENING = (
    "Ines Okafor, the harbour’s head, said: “We will close the bridge in May. We have no choice.”\n\n"
    "“Nobody asked me,” complained Brandt. Officials said they had ‘no choice’.\n"
)
EVERYTHING = textwrap.dedent(
    """
    import json, sys
    sys.path[:0] = json.loads(sys.argv[1])
    from fuzz.test_surroundings import answers
    sys.stdout.write(json.dumps(answers()))
    """
)
PATHS = json.dumps([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])


def answers() -> list[str]:
    """What every verb answers, as JSON."""
    documents = [parse(MORNING, id="morning", outlet="Tide"), parse(EVENING, id="evening", outlet="Ledger")]
    quotes = [quote.text for document in documents for quote in document.quotes]
    records = [
        *documents,
        align(quotes[1], quotes[-3]),
        compare(documents),
        verify("We will close the bridge in May ... Nobody asked us", documents, speaker="Okafor"),
        check(MORNING, [documents[1]], policy="strict"),
    ]
    return [*map(to_json, records), json.dumps(list(pair(quotes)))]


def elsewhere(*options: str, without: tuple[str, ...] = (), **environment: str) -> list[str]:
    """What every verb answers in another Python, started so."""
    own = {name: value for name, value in os.environ.items() if name not in without} | environment
    done = subprocess.run(
        [sys.executable, *options, "-c", EVERYTHING, PATHS], env=own, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return json.loads(done.stdout)


def test_two_hundred_threads_are_answered_as_one_is():
    expected = answers()
    with ThreadPoolExecutor(200) as threads:
        for answered in threads.map(lambda _: answers(), range(200)):
            assert answered == expected


@pytest.mark.parametrize(
    "surroundings",
    [
        {"options": [], "PYTHONHASHSEED": "1"},
        {"options": [], "PYTHONHASHSEED": "20000"},
        {"options": ["-O"]},
        {"options": ["-OO", "-X", "utf8=0"], "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {
            "options": ["-W", "error", "-B"],
            "without": ("HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CACHE_HOME"),
        },
        {"options": [], "HOME": "/nowhere/at/all"},
    ],
    ids=str,
)
def test_an_odd_machine_answers_as_any_other(surroundings):
    surroundings = dict(surroundings)
    options = surroundings.pop("options")
    assert elsewhere(*options, **surroundings) == answers()


def test_the_first_calls_may_come_from_many_threads_at_once():
    code = textwrap.dedent(
        """
        import json, sys, threading
        sys.path[:0] = json.loads(sys.argv[1])
        import quoteverify
        ready, found = threading.Barrier(12), []
        def first():
            ready.wait()
            document = quoteverify.parse("“We sail at noon,” said Ruth Vale.")
            found.append(quoteverify.verify("We sail at noon", document, speaker="Vale").speaker_finding)
        threads = [threading.Thread(target=first) for _ in range(12)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        sys.exit(found != ["same"] * 12)
        """
    )
    done = subprocess.run([sys.executable, "-c", code, PATHS], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_answer_however_they_are_started(method):
    code = textwrap.dedent(
        """
        import json, sys
        sys.path[:0] = json.loads(sys.argv[1])
        import multiprocessing
        from fuzz.test_surroundings import answers
        if __name__ == "__main__":
            with multiprocessing.get_context(sys.argv[2]).Pool(2) as pool:
                sys.stdout.write(json.dumps(pool.apply(answers)))
        """
    )
    done = subprocess.run([sys.executable, "-c", code, PATHS, method], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == answers()
