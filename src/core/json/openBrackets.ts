import { endOfComment, endOfString } from './jsonScan';

/** The offsets of unmatched opening brackets, from the outermost to the innermost. */
export function openBrackets(text: string): readonly number[] {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') at = endOfString(text, at) - 1;
    else if (unit === '/') at = endOfComment(text, at) - 1;
    else if (unit === '{' || unit === '[') open.push(at);
    else if ((unit === '}' && text[open.at(-1) ?? 0] === '{') || (unit === ']' && text[open.at(-1) ?? 0] === '['))
      open.pop();
  }
  return open;
}
