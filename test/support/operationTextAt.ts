/** Texts in quotes, punctuation, and everything else: numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The text of one operation in the body of a bulk request, as it stands there.
 * @param index from 0; there must be so many
 */
export function operationTextAt(body: string, index: number): string {
  let depth = 0;
  let start = 0;
  let seen = -1;
  for (const { 0: token, index: place } of body.matchAll(TOKEN)) {
    // The only objects at that depth are operations: the request's object, its list, the operation
    if (token === '{' && depth === 2) {
      start = place;
      seen++;
    }
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === '}' && depth === 2 && seen === index) return body.slice(start, place + 1);
  }
  throw new Error(`the request has no operation ${index}`);
}
