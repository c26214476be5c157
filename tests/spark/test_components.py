import random

from quoteverify.spark.components import components


def reference(edges):
    """The least node that each node hangs together with, by looking again until nothing changes."""
    least = {node: node for edge in edges for node in edge}
    changed = True
    while changed:
        changed = False
        for a, b in edges:
            low = min(least[a], least[b])
            changed = changed or least[a] != low or least[b] != low
            least[a] = least[b] = low
    return least


def test_the_components_are_those_of_the_graph(session):
    rng = random.Random(11)
    edges = [(n, n + 1) for n in range(1000, 1040)]  # a long path
    edges += [(2000, n) for n in range(2001, 2030)]  # a star
    edges += [(n, 3000) for n in range(2970, 3000)]  # a star about the greatest
    edges += [(rng.randrange(200), rng.randrange(200)) for _ in range(90)]
    edges += edges[:20]
    edges = [(a, b) for a, b in edges if a != b]
    rng.shuffle(edges)
    found = components(session.createDataFrame(edges, "a bigint, b bigint")).collect()
    assert {row["key"]: row["component"] for row in found} == reference(edges)
    assert len(found) == len(reference(edges))


def test_a_graph_without_edges_has_no_components(session):
    assert components(session.createDataFrame([], "a string, b string")).collect() == []
