/**
 * A copy of a text that does not keep alive the larger text that it was cut from, as slices of a string do. For texts of an
 * extract that are kept when their block of the file is gone.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
