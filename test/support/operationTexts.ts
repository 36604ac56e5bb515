/** Texts in quotes, punctuation, and everything else: numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The text of each operation in the body of a bulk request, as the body has it. */
export function operationTexts(body: string): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index: place } of body.matchAll(TOKEN)) {
    // The only objects at that depth are operations: the request's object, its list, the operation
    if (token === '{' && depth === 2) start = place;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === '}' && depth === 2) texts.push(body.slice(start, place + 1));
  }
  return texts;
}
