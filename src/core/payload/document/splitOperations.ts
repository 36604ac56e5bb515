import { endOfComment, endOfString, isBlank, isClosed, skipBlanks, skipBlanksBack } from '../../json/jsonScan';

/** An element of the list of operations, found by its brackets and quotes alone. */
export interface OperationPiece {
  readonly kind: 'operation';
  readonly start: number;
  readonly end: number;
  /** Ends where its own last bracket stands, and not because the next operation visibly begins. */
  readonly isClosed: boolean;
  /** Its brackets and quotes are in pairs. */
  readonly isBalanced: boolean;
  /** How many characters behind its end had a part in deciding that it ends there, at most; `Infinity`: all that there are. */
  readonly reach: number;
}

/** The end of the list: `at` is its bracket, where it is closed. */
export interface ListEnd {
  readonly kind: 'end';
  readonly at: number;
  readonly isClosed: boolean;
}

/** As far as is looked ahead at any place to see what begins or ends there. */
const LOOKAHEAD = 512;

/**
 * What comes next in the list behind `from`, which is the list's beginning or the end of a piece. Depends on nothing before
 * `from`. In a text that is JSON these are the elements of the list. In one that is not, a bracket or quote
 * that is missing spoils one operation and not the rest: what can only be the beginning of another one ends it.
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

/** What belongs to no element; what does not belong between two is found later. */
const STRAY: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', ',', ':', ']', '}']);

/** What a request has behind its operations: names that say that the list has ended. */
const LIST_FOLLOWERS = /^"(?:failOnErrors|schemas)"/i;

/** Whether the string at `at` is a member's name, as in a list none can be. */
function isNamed(text: string, at: number, names?: RegExp): boolean {
  const end = endOfString(text, at);
  const colon = skipBlanks(text, end, end + BLANKS);
  return text[colon] === ':' && (names === undefined || names.test(text.slice(at, end)));
}

/** Behind a member that stands in the list itself, because the operation that it is of was closed too early. */
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
  // To the end of the text: then even what could be an object in a list is taken for the next operation
  return piece ?? scanBrackets(text, start, true) ?? endedBefore(text, start, text.length, true);
}

/** `undefined` when nothing ends it. */
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
        // In an object, only behind a colon may another begin
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

/** Closes the innermost bracket of that kind with everything open in it; `true` when it was the innermost of all. */
function close(open: number[], opener: number): boolean {
  if (open.at(-1) === opener) {
    open.pop();
    return true;
  }
  const index = open.lastIndexOf(opener);
  if (index >= 0) open.length = index;
  return false;
}

/** Not closed: ends before what comes next and before the comma that divides the two. */
function endedBefore(text: string, start: number, next: number, isEager: boolean): OperationPiece {
  let end = next;
  while (end > start + 1 && (text[end - 1] === ',' || isBlank(text.charCodeAt(end - 1)))) end--;
  const reach = isEager ? Infinity : next - end + LOOKAHEAD;
  return { kind: 'operation', start, end, isClosed: false, isBalanced: false, reach };
}

/** Whether an object at `at` has as its first member one that only an operation begins with. */
function beginsOperation(text: string, at: number): boolean {
  const quote = skipBlanks(text, at + 1, at + BLANKS);
  return text[quote] === '"' && isFirstName(text, quote + 1);
}

/**
 * The brace of an operation that a string, which only a missing quote made one, ends with: behind its closing quote a name follows
 * at once, as it never does in JSON.
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

/** More blanks than that are no layout: what they divide is not seen together. */
const BLANKS = 128;

/** Whether the bracket at `at` is followed by what a request has behind its operations, or by its end. */
function endsList(text: string, at: number): boolean {
  const next = skipBlanks(text, at + 1, at + BLANKS);
  if (text[next] === '}') return isLast(text, next);
  if (text[next] !== ',') return false;
  const name = skipBlanks(text, next + 1, next + BLANKS);
  return LIST_FOLLOWERS.test(text.slice(name, name + 16));
}

/** Nothing but blanks follows. */
function isLast(text: string, at: number): boolean {
  return skipBlanks(text, at + 1, Math.min(text.length, at + BLANKS)) >= text.length;
}

/** Behind the bracket that closes a list, no object begins: it closes too early. */
function isFollowedByObject(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + BLANKS && (text[next] === ',' || isBlank(text.charCodeAt(next)))) next++;
  return text[next] === '{';
}
