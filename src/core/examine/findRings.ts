/**
 * The rings in a relation in which everybody has at most one next: each as the keys from its first member on, in the
 * order of `nodes`. A node that is next to itself is not a ring. Takes time in proportion to the nodes.
 * @param next the key of the node after one; a key that is not there ends the way
 */
export function findRings<Node>(
  nodes: ReadonlyMap<string, Node>,
  next: (node: Node) => string | undefined,
): readonly (readonly string[])[] {
  const rings: (readonly string[])[] = [];
  /** The number of the walk that came by. */
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
