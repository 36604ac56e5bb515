/** An attribute's path without the address of its schema, because people know the attribute by its name. */
export function shortPath(path: string): string {
  return path.replace(/^urn:[^[]*:/, '');
}
