const [LF, CR, QUOTE, ASTERISK, SLASH, BACKSLASH] = [10, 13, 34, 42, 47, 92];

/**
 * The end of the string that opens at `start`: after its closing quote, or before the line end if there is none, as in
 * `jsonc-parser`.
 */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === LF || unit === CR) return at;
    // Skip the escaped character, which cannot close the string; an escaped line break is part of the error
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
 * The end of the comment that begins at `start`; after the slash if there is no comment. Comments are not JSON, which
 * is reported elsewhere.
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

/** Whether a UTF-16 unit is JSON white space: space, tab, LF or CR. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === LF || unit === CR;
}

/** The first position from `at` up to `end` that is not white space; `end` if there is none. */
export function skipBlanks(text: string, at: number, end = text.length): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The position after the last character before `at` that is not white space; `start` if there is none. */
export function skipBlanksBack(text: string, at: number, start = 0): number {
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
