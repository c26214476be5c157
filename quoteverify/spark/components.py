"""Which nodes of a graph hang together, where no worker can hold the graph."""

from quoteverify.spark.tables import Frame, functions, kept


def components(edges: Frame) -> Frame:
    """Find the connected components of a graph, by large stars and small stars in turn.

    Each node comes to hang on the least of its component, in a number of rounds that grows with the logarithm
    of the longest path. The algorithm is that of Kiveris, Lattanzi, Mirrokni, Rastogi and
    Vassilvitskii, "Connected Components in MapReduce and Beyond" (2014).

    Args:
        edges: A DataFrame of the columns ``a`` and ``b``, of any type that has an order.

    Returns:
        A DataFrame of ``key``, every node that has an edge, and ``component``, the least node of its own.
    """
    sql = functions()
    edges = kept(edges.where("a != b").selectExpr("greatest(a, b) AS a", "least(a, b) AS b").distinct())
    before = None
    while (state := _state(edges)) != before:
        before = state
        edges = kept(_small_star(_large_star(edges)))
    return (
        edges.selectExpr("a AS key", "b AS component")
        .union(edges.select("b", "b").distinct())
        .select(sql.col("key"), sql.col("component"))
    )


def _state(edges: Frame) -> tuple[object, ...]:
    """A number for all edges together: the same when they are the same, and else hardly ever."""
    found = edges.selectExpr("count(*)", "sum(cast(xxhash64(a, b) AS decimal(38, 0)))").first()
    return tuple(found)


def _large_star(edges: Frame) -> Frame:
    """Hang the greater neighbours of each node on the least of it and all its neighbours."""
    both = edges.union(edges.selectExpr("b", "a"))
    least = both.groupBy("a").agg({"b": "min"}).toDF("a", "least")
    return both.join(least, "a").where("b > a").selectExpr("b AS a", "least(a, least) AS b").distinct()


def _small_star(edges: Frame) -> Frame:
    """Hang each node and its lesser neighbours on the least of those."""
    least = edges.groupBy("a").agg({"b": "min"}).toDF("a", "least")
    return (
        edges.join(least, "a").where("b != least").selectExpr("b AS a", "least AS b").union(least).distinct()
    )
