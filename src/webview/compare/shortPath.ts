/** A path of an attribute without the address of its schema, which people know by the attribute's name. */
export function shortPath(path: string): string {
  return path.replace(/^urn:[^[]*:/, '');
}
