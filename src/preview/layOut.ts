/** Texts in quotes, punctuation, and everything else: numbers and words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON text set out on lines as `JSON.stringify` does it. It is not parsed: a number stays as it was written, however
 * many digits it has, because a preview shows what is sent.
 */
export function layOut(json: string): string {
  let text = '';
  let indent = '\n';
  let before = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    if (closes) indent = indent.slice(0, -2);
    const begins = before === '{' || before === '[' || before === ',';
    if (closes ? !begins : begins) text += indent;
    text += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') indent += '  ';
    before = token;
  }
  return text;
}
