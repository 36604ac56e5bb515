/** The text of valid UTF-8; for short texts and few, because the language alone has no decoder. */
export function fromBytes(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += `%${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
  return decodeURIComponent(text);
}
