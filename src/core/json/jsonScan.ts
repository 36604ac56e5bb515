const [LF, CR, QUOTE, ASTERISK, SLASH, BACKSLASH] = [10, 13, 34, 42, 47, 92];

/**
 * Where the string ends that opens at `start`: behind its closing quote, or before the line's end where none comes on its
 * line, as `jsonc-parser` has it.
 */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === LF || unit === CR) return at;
    // What follows is no quote that closes; a line's end behind it belongs to the mistake, not to the line
    if (unit === BACKSLASH) at++;
  }
  return text.length;
}

/** Whether the string from `start` to `end`, as {@link endOfString} has it, has its closing quote. */
export function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(end - 1) !== QUOTE) return false;
  let backslashes = 0;
  while (text.charCodeAt(end - 2 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 0;
}

/**
 * Where the comment ends that begins at the slash at `start`; behind the slash where it begins none. JSON has no comments:
 * that is said elsewhere, and what stands in one counts for nothing else.
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

/** Blank, tab, LF and CR: all that JSON takes between its words. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === LF || unit === CR;
}

/** The first place from `at` on, and below `end`, that is not blank; `end` where there is none. */
export function skipBlanks(text: string, at: number, end = text.length): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of what stands before `at`, blanks left out; `start` where there is nothing but them. */
export function skipBlanksBack(text: string, at: number, start = 0): number {
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
