import { span } from '../text/span';
import { openBrackets } from './openBrackets';
import { skipBlanks, skipBlanksBack } from './jsonScan';
import type { SyntaxMistake } from './syntaxMistake';

/** Where a member's name must stand, and something else does from `at` to `end`. */
export function nameMissing(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at];
  if (found === undefined) return notClosed(text);
  if (found === ']') return wrongBracket(at, '{', ']');
  if (found === ',' || found === '}') return commaTooMuch(text, at);
  if (found === ':')
    return { span: span(at, end), message: 'A name is missing before this colon. Write it, in double quotes.' };
  if (found === '{' || found === '[') {
    const message = `In an object, a member's name must stand here, and a value begins. Close the object before it with }, or give the value a name.`;
    return { span: span(at, end), message, isNestingLost: true };
  }
  const word = text.slice(at, end);
  const message = `A member's name must stand here, in double quotes, and ${word} is none.`;
  return { span: span(at, end), message, edit: { span: span(at, end), newText: JSON.stringify(word) } };
}

/** Where a value must stand, and something else does. */
export function valueMissing(text: string, at: number, end: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const last = text[before - 1];
  if (last === ':') {
    const message =
      'After the colon a value is missing: a text in double quotes, a number, true, false, null, an object or a list. Write it, or remove the name.';
    return { span: span(before - 1, before), message };
  }
  const found = text[at];
  if (found === undefined) return last === undefined ? emptyText() : notClosed(text);
  if (found === '}') return last === undefined ? bracketOfNothing(at, found) : wrongBracket(at, '[', '}');
  if (found === ']' && last === undefined) return bracketOfNothing(at, found);
  if (found === ',' || found === ']') return commaTooMuch(text, at);
  const message = 'A value must stand here: a text in double quotes, a number, true, false, null, an object or a list.';
  return { span: span(at, end), message };
}

export function colonMissing(text: string, at: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const message =
    'After this name a colon and a value are missing. Write them, or put a text that is no name in a list, in [ and ].';
  return { span: span(Math.max(0, before - 1), before), message };
}

export function commaMissing(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at];
  if (found === '}') return wrongBracket(at, '[', '}');
  if (found === ']') return wrongBracket(at, '{', ']');
  if (isDigitAfterDigit(text, at)) return leadingZero(text, at, end);
  if (found === ':') {
    const message =
      'A colon stands behind something that is no name: an element of a list, or a value. Put the name and its value in { and }, or write a comma.';
    return { span: span(at, end), message };
  }
  const before = skipBlanksBack(text, at);
  const message = `A comma is missing here, before ${firstOf(text, at, end)}.`;
  return { span: span(before - 1, before), message, edit: { span: span(before, before), newText: ',' } };
}

/** What stands behind the end of the one value that a JSON text is. */
export function textBehind(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at] ?? '';
  if (isDigitAfterDigit(text, at)) return leadingZero(text, at, end);
  if (found === '}' || found === ']') return bracketOfNothing(at, found);
  if (found === ',') {
    const message = 'The JSON has ended before this comma. Remove it, or what else was joined to the end.';
    return { span: span(at, end), message, edit: { span: span(at, end), newText: '' } };
  }
  const message = `The JSON has ended before this, and ${firstOf(text, at, end)} follows. Remove it; a second document needs a file and a request of its own.`;
  return { span: span(at, end), message };
}

/** At the end of the text, with the brackets that are still open. */
export function notClosed(text: string): SyntaxMistake {
  const open = openBrackets(text);
  const end = skipBlanksBack(text, text.length);
  const place = span(Math.max(0, end - 1), end);
  const inner = open.at(-1);
  const missing = [...open].reverse().map((at) => (text[at] === '{' ? '}' : ']'));
  const what = text[inner ?? 0] === '[' ? 'list' : 'object';
  const how = missing.length > 1 ? `${missing.join(' ')} are missing` : `${missing[0] ?? '}'} is missing`;
  const message = `The text ends within an ${what === 'list' ? 'open list' : 'open object'}: ${how} at the end, or somewhere above. Look where the ${what} should end.`;
  const isRepairable = missing.length > 0 && text[end - 1] !== ',' && text[end - 1] !== ':';
  return {
    span: place,
    message,
    isNestingLost: true,
    ...(inner !== undefined && { opened: span(inner, inner + 1) }),
    ...(isRepairable && { edit: { span: span(end, end), newText: missing.join('') } }),
  };
}

/** The comma before `at`, or the one at it where nothing stands between the two. */
function commaTooMuch(text: string, at: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const isBefore = text[before - 1] === ',';
  if (!isBefore && text[at] !== ',') return valueBehindComma(at);
  const place = isBefore ? span(before - 1, before) : span(at, at + 1);
  const next = text[skipBlanks(text, place.end)];
  const where = next === '}' || next === ']' ? `before ${next}` : 'where nothing stands between';
  const message = `There is a comma too much, ${where}: a comma only stands between two values. Remove it.`;
  return { span: place, message, edit: { span: place, newText: '' } };
}

/** For a comma that something else than blanks divides from the bracket. */
function valueBehindComma(at: number): SyntaxMistake {
  const message = 'Behind the last comma a value is missing before this bracket. Write it, or remove the comma.';
  return { span: span(at, at + 1), message };
}

function wrongBracket(at: number, opened: '{' | '[', found: '}' | ']'): SyntaxMistake {
  const right = opened === '{' ? '}' : ']';
  const what = opened === '{' ? 'object' : 'list';
  const message = `${found} stands here while the ${what} that was opened last is not closed. Write ${right} before it or instead of it.`;
  return { span: span(at, at + 1), message, isNestingLost: true };
}

export function bracketOfNothing(at: number, found: '}' | ']'): SyntaxMistake {
  const message = `${found} closes nothing that is open. Remove it, or look above for a bracket that is closed too early.`;
  return { span: span(at, at + 1), message, isNestingLost: true, edit: { span: span(at, at + 1), newText: '' } };
}

function emptyText(): SyntaxMistake {
  return {
    span: span(0, 0),
    message: 'There is no text. A request begins with {; the snippets whose names begin with "scim" write one.',
  };
}

function leadingZero(text: string, at: number, end: number): SyntaxMistake {
  let start = at;
  while (isDigit(text[start - 1])) start--;
  while (isDigit(text[end])) end++;
  const message =
    'A number does not begin with 0 before other digits. Remove the zeros; an id or telephone number that needs them is a text, in double quotes.';
  return { span: span(start, end), message, edit: { span: span(start, end), newText: `"${text.slice(start, end)}"` } };
}

function isDigitAfterDigit(text: string, at: number): boolean {
  return isDigit(text[at]) && isDigit(text[at - 1]);
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9';
}

/** What is found, for a message: brackets and numbers as they are, texts without saying what they hold. */
function firstOf(text: string, at: number, end: number): string {
  switch (text[at]) {
    case '"':
      return 'the next text';
    case '{':
      return 'the next object';
    case '[':
      return 'the next list';
    default:
      return end - at <= 20 ? text.slice(at, end) : 'the next value';
  }
}
