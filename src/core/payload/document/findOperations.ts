import { endOfComment, endOfString, skipBlanks } from '../../json/jsonScan';

/** The start of the list of operations, after its opening bracket. */
export interface ListStart {
  readonly at: number;
  /** It depends only on the text before `at`. */
  readonly isCertain: boolean;
}

/**
 * Finds the list in the root's member `Operations`, in any case; if the root seems to have none, that of a nested
 * `Operations`. A missing bracket or quote before it does not hide it.
 */
export function findOperations(text: string): ListStart | undefined {
  const open: string[] = [];
  let candidate: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') {
      const end = endOfString(text, at);
      const list = isOperations(text, at + 1, end - 1) ? listAfter(text, end) : undefined;
      // A list cannot contain a name, so a bracket before it is missing
      if (list !== undefined && (open.length === 1 || open.at(-1) === '[')) return { at: list, isCertain: true };
      candidate ??= list;
      const following = isOperations(text, end, end + NAME.length) ? listAfter(text, end + NAME.length + 1) : undefined;
      // A name begins where a string ends, so a quote before it is missing
      if (following !== undefined && text[end - 1] === '"') return { at: following, isCertain: true };
      at = end - 1;
    } else if (unit === '{' || unit === '[') open.push(unit);
    else if (unit === '}' || unit === ']') closeInnermost(open, unit);
    else if (unit === '/') at = endOfComment(text, at) - 1;
  }
  return candidate === undefined ? undefined : { at: candidate, isCertain: false };
}

const NAME = 'operations';

function isOperations(text: string, start: number, end: number): boolean {
  return end - start === NAME.length && text[end] === '"' && text.slice(start, end).toLowerCase() === NAME;
}

function listAfter(text: string, end: number): number | undefined {
  const colon = skipBlanks(text, end);
  if (text[colon] !== ':') return undefined;
  const bracket = skipBlanks(text, colon + 1);
  return text[bracket] === '[' ? bracket + 1 : undefined;
}

/** Closes the innermost bracket of this kind and all brackets inside it, but never the root. */
function closeInnermost(open: string[], closer: '}' | ']'): void {
  const index = open.lastIndexOf(closer === '}' ? '{' : '[');
  if (index > 0) open.length = index;
}
