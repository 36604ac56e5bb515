/**
 * Finds the rings of a relation in which every node has at most one successor. Each ring is a list of keys that begins
 * with its first member in the order of `nodes`. A node that is its own successor is not a ring. Takes linear time.
 * @param next returns the key of a node's successor; an unknown key ends the path
 */
export function findRings<Node>(
  nodes: ReadonlyMap<string, Node>,
  next: (node: Node) => string | undefined,
): readonly (readonly string[])[] {
  const rings: (readonly string[])[] = [];
  /** The number of the walk that first visited each node. */
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of nodes.keys()) {
    walk++;
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      const node = nodes.get(at);
      if (node === undefined) break;
      walkOf.set(at, walk);
      way.push(at);
      at = next(node);
    }
    if (at === undefined || walkOf.get(at) !== walk) continue;
    const ring = way.slice(way.indexOf(at));
    if (ring.length > 1) rings.push(ring);
  }
  return rings;
}
