const [LF, CR, QUOTE, ASTERISK, SLASH, BACKSLASH] = [10, 13, 34, 42, 47, 92];

/**
 * The end of the string that opens at `start`: after its closing quote, or before the end of the line if it has none,
 * as in `jsonc-parser`.
 */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === LF || unit === CR) return at;
    // No closing quote follows; a line break after it belongs to the error, not to the line
    if (unit === BACKSLASH) at++;
  }
  return text.length;
}

/** Whether the string from `start` to `end`, as found by {@link endOfString}, has its closing quote. */
export function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(end - 1) !== QUOTE) return false;
  let backslashes = 0;
  while (text.charCodeAt(end - 2 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 0;
}

/**
 * The end of the comment that begins at the slash at `start`; after the slash if it does not begin one. Comments
 * are not JSON, which is reported elsewhere; their content is ignored.
 */
export function endOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === SLASH) {
    let at = start + 2;
    while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
    return at;
  }
  if (next !== ASTERISK) return start + 1;
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

/** Space, tab, LF and CR: the white space of JSON. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === LF || unit === CR;
}

/** The first place from `at` on, and below `end`, that is not white space; `end` if there is none. */
export function skipBlanks(text: string, at: number, end = text.length): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the text before `at`, without trailing white space; `start` if there is only white space. */
export function skipBlanksBack(text: string, at: number, start = 0): number {
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
