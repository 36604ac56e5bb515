/** Strings, punctuation, and everything else: numbers and keywords. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Formats JSON text as `JSON.stringify` does. It does not parse the text, so a number keeps all of its digits, because
 * a preview shows exactly what is sent.
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
