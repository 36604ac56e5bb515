import { endOfComment, endOfString, isBlank, isClosed, skipBlanks, skipBlanksBack } from '../../json/jsonScan';

/** An element of the list of operations, found by its brackets and quotes alone. */
export interface OperationPiece {
  readonly kind: 'operation';
  readonly start: number;
  readonly end: number;
  /** Whether it ends at its closing bracket, not where the next operation visibly begins. */
  readonly isClosed: boolean;
  /** Whether all its brackets and quotes are matched. */
  readonly isBalanced: boolean;
  /** How many characters after its end can have affected it; `Infinity` for all of them. */
  readonly reach: number;
}

/** The end of the list; if it is closed, `at` is its closing bracket. */
export interface ListEnd {
  readonly kind: 'end';
  readonly at: number;
  readonly isClosed: boolean;
}

/** How many characters are read ahead to see what begins or ends at a place. */
const LOOKAHEAD = 512;

/**
 * Finds the next piece of the list after `from`, which is the list's beginning or the end of a piece. Does not depend
 * on the text before `from`. In valid JSON the pieces are the elements of the list. Otherwise a missing bracket or
 * quote affects only one operation, because it ends where another one visibly begins.
 */
export function nextPiece(text: string, from: number): OperationPiece | ListEnd {
  for (let at = from; at < text.length; at++) {
    const unit = text[at] ?? '';
    if (unit === ']' && !isFollowedByObject(text, at)) return { kind: 'end', at, isClosed: true };
    if (unit === '}' && isLast(text, at)) return { kind: 'end', at, isClosed: false };
    if (unit === '"' && isNamed(text, at, LIST_FOLLOWERS)) return { kind: 'end', at, isClosed: false };
    if (unit === '"' && isNamed(text, at)) at = endOfMember(text, at) - 1;
    else if (unit === '/') at = endOfComment(text, at) - 1;
    else if (!STRAY.has(unit)) return pieceAt(text, at, unit);
  }
  return { kind: 'end', at: text.length, isClosed: false };
}

/** Characters outside of elements. `gapProblems` reports those that do not belong there. */
const STRAY: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', ',', ':', ']', '}']);

/** Members of a request that follow its operations, so that their names show the end of the list. */
const LIST_FOLLOWERS = /^"(?:failOnErrors|schemas)"/i;

/** Whether the string at `at` is a member's name, which a list cannot contain. */
function isNamed(text: string, at: number, names?: RegExp): boolean {
  const end = endOfString(text, at);
  const colon = skipBlanks(text, end, end + BLANKS);
  return text[colon] === ':' && (names === undefined || names.test(text.slice(at, end)));
}

/** The end of a member that is directly in the list, because its operation was closed too early. */
function endOfMember(text: string, at: number): number {
  const value = skipBlanks(text, skipBlanks(text, endOfString(text, at)) + 1);
  const unit = text[value] ?? '}';
  if (unit === '{' || unit === '[') return scanBrackets(text, value, false)?.end ?? text.length;
  return STRAY.has(unit) || unit === '/' ? value : pieceAt(text, value, unit).end;
}

function pieceAt(text: string, start: number, unit: string): OperationPiece {
  if (unit === '{' || unit === '[') return bracketedPiece(text, start);
  if (unit === '"') {
    const end = endOfString(text, start);
    const next = operationInQuotes(text, start, end);
    if (next !== undefined) return endedBefore(text, start, next, false);
    return { ...soundPiece(start, end), isBalanced: isClosed(text, start, end) };
  }
  let end = start + 1;
  while (end < text.length && !/[\s,:"[\]{}/]/.test(text[end] ?? '')) end++;
  return soundPiece(start, end);
}

function soundPiece(start: number, end: number): OperationPiece {
  return { kind: 'operation', start, end, isClosed: true, isBalanced: true, reach: LOOKAHEAD };
}

function bracketedPiece(text: string, start: number): OperationPiece {
  const piece = scanBrackets(text, start, false);
  // The piece would extend to the end of the text. Then even an object that could be in a list counts as the next
  // operation
  return piece ?? scanBrackets(text, start, true) ?? endedBefore(text, start, text.length, true);
}

/** Reads a piece that begins with a bracket; `undefined` when nothing ends it. */
function scanBrackets(text: string, start: number, isEager: boolean): OperationPiece | undefined {
  const open: number[] = [];
  let isBalanced = true;
  let previous = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) continue;
    switch (unit) {
      case QUOTE: {
        const end = endOfString(text, at);
        const next = operationInQuotes(text, at, end);
        if (next !== undefined && next > start) return endedBefore(text, start, next, isEager);
        at = end - 1;
        break;
      }
      case OPEN_BRACE: {
        // In an object, another one can begin only after a colon
        const isMisplaced = open.at(-1) === OPEN_BRACE && previous !== COLON;
        if (at > start && (isEager || isMisplaced) && beginsOperation(text, at))
          return endedBefore(text, start, at, isEager);
        open.push(unit);
        break;
      }
      case OPEN_BRACKET:
        open.push(unit);
        break;
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
        if (unit === CLOSE_BRACKET && (isEager || !open.includes(OPEN_BRACKET)) && endsList(text, at))
          return endedBefore(text, start, at, isEager);
        isBalanced = close(open, unit - 2) && isBalanced;
        if (open.length === 0)
          return { ...soundPiece(start, at + 1), isBalanced, reach: isEager ? Infinity : LOOKAHEAD };
        break;
      case SLASH:
        at = endOfComment(text, at) - 1;
        break;
    }
    previous = unit;
  }
  return undefined;
}

const [QUOTE, SLASH, COLON, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [34, 47, 58, 91, 93, 123, 125];

/** Closes the innermost bracket of this kind and all brackets inside it. Returns `true` if there were none inside. */
function close(open: number[], opener: number): boolean {
  if (open.at(-1) === opener) {
    open.pop();
    return true;
  }
  const index = open.lastIndexOf(opener);
  if (index >= 0) open.length = index;
  return false;
}

/** A piece that is not closed: it ends before the next element and the comma between them. */
function endedBefore(text: string, start: number, next: number, isEager: boolean): OperationPiece {
  let end = next;
  while (end > start + 1 && (text[end - 1] === ',' || isBlank(text.charCodeAt(end - 1)))) end--;
  const reach = isEager ? Infinity : next - end + LOOKAHEAD;
  return { kind: 'operation', start, end, isClosed: false, isBalanced: false, reach };
}

/** Whether the object at `at` begins with a member that only operations begin with. */
function beginsOperation(text: string, at: number): boolean {
  const quote = skipBlanks(text, at + 1, at + BLANKS);
  return text[quote] === '"' && isFirstName(text, quote + 1);
}

/**
 * Finds the opening brace of an operation inside a string that is too long because of a missing quote: a name directly
 * follows its closing quote, which is impossible in JSON.
 */
function operationInQuotes(text: string, start: number, end: number): number | undefined {
  if (!isFirstName(text, end)) return undefined;
  const brace = skipBlanksBack(text, end - 1, start + 1) - 1;
  return text[brace] === '{' && brace > start ? brace : undefined;
}

const FIRST_NAMES = ['method', 'bulkId', 'path', 'data'];

function isFirstName(text: string, at: number): boolean {
  const unit = text[at];
  if (unit !== 'm' && unit !== 'b' && unit !== 'p' && unit !== 'd') return false;
  return FIRST_NAMES.some((name) => {
    const end = at + name.length;
    return text.startsWith(name, at) && text[end] === '"' && text[skipBlanks(text, end + 1, end + BLANKS)] === ':';
  });
}

/** Maximum number of blanks to skip when reading ahead. More of them are not layout. */
const BLANKS = 128;

/**
 * Whether the bracket at `at` is followed by the end of the request, or by a member that comes after its operations.
 */
function endsList(text: string, at: number): boolean {
  const next = skipBlanks(text, at + 1, at + BLANKS);
  if (text[next] === '}') return isLast(text, next);
  if (text[next] !== ',') return false;
  const name = skipBlanks(text, next + 1, next + BLANKS);
  return LIST_FOLLOWERS.test(text.slice(name, name + 16));
}

/** Whether only white space follows. */
function isLast(text: string, at: number): boolean {
  return skipBlanks(text, at + 1, Math.min(text.length, at + BLANKS)) >= text.length;
}

/** Whether an object follows, which is impossible after the end of the list: then the bracket closes it too early. */
function isFollowedByObject(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + BLANKS && (text[next] === ',' || isBlank(text.charCodeAt(next)))) next++;
  return text[next] === '{';
}
