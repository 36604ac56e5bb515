import { span } from '../text/span';
import { openBrackets } from './openBrackets';
import { skipBlanks, skipBlanksBack } from './jsonScan';
import type { SyntaxMistake } from './syntaxMistake';

/** The text from `at` to `end` is not a member name, although one is required. */
export function nameMissing(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at];
  if (found === undefined) return notClosed(text);
  if (found === ']') return wrongBracket(at, '{', ']');
  if (found === ',' || found === '}') return commaTooMuch(text, at);
  if (found === ':') return { span: span(at, end), message: 'Expected a name in double quotes before this colon.' };
  if (found === '{' || found === '[') {
    const message = `Expected the name of a member here, not a value. Close the object before it with }, or give the value a name.`;
    return { span: span(at, end), message, isNestingLost: true };
  }
  const word = text.slice(at, end);
  const message = `Expected the name of a member in double quotes, not ${word}.`;
  return { span: span(at, end), message, edit: { span: span(at, end), newText: JSON.stringify(word) } };
}

/** The text from `at` to `end` is not a value, although one is required. */
export function valueMissing(text: string, at: number, end: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const last = text[before - 1];
  if (last === ':') {
    const message =
      'Expected a value after the colon: a text in double quotes, a number, true, false, null, an object or a list. Write it, or remove the name.';
    return { span: span(before - 1, before), message };
  }
  const found = text[at];
  if (found === undefined) return last === undefined ? emptyText() : notClosed(text);
  if (found === '}') return last === undefined ? bracketOfNothing(at, found) : wrongBracket(at, '[', '}');
  if (found === ']' && last === undefined) return bracketOfNothing(at, found);
  if (found === ',' || found === ']') return commaTooMuch(text, at);
  const message = 'Expected a value: a text in double quotes, a number, true, false, null, an object or a list.';
  return { span: span(at, end), message };
}

export function colonMissing(text: string, at: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const message =
    'Expected a colon and a value after this name. If it is a value itself, put it in a list, in [ and ].';
  return { span: span(Math.max(0, before - 1), before), message };
}

export function commaMissing(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at];
  if (found === '}') return wrongBracket(at, '[', '}');
  if (found === ']') return wrongBracket(at, '{', ']');
  if (isDigitAfterDigit(text, at)) return leadingZero(text, at, end);
  if (found === ':') {
    const message =
      'Unexpected colon: an element of a list or a value comes before it, not a name. Put the name and its value in { and }, or write a comma.';
    return { span: span(at, end), message };
  }
  const before = skipBlanksBack(text, at);
  const message = `Expected "," before ${firstOf(text, at, end)}.`;
  return { span: span(before - 1, before), message, edit: { span: span(before, before), newText: ',' } };
}

/** There is text after the single value of a JSON text. */
export function textAfterEnd(text: string, at: number, end: number): SyntaxMistake {
  const found = text[at] ?? '';
  if (isDigitAfterDigit(text, at)) return leadingZero(text, at, end);
  if (found === '}' || found === ']') return bracketOfNothing(at, found);
  if (found === ',') {
    const message = 'Unexpected comma after the end of the JSON. Remove it, or what was appended after it.';
    return { span: span(at, end), message, edit: { span: span(at, end), newText: '' } };
  }
  const message = `Unexpected text after the end of the JSON: ${firstOf(text, at, end)}. Remove it; a second document needs its own file and request.`;
  return { span: span(at, end), message };
}

/** The text ends although brackets are still open. */
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

/** The comma before `at`, or the comma at `at` if there is nothing between the two. */
function commaTooMuch(text: string, at: number): SyntaxMistake {
  const before = skipBlanksBack(text, at);
  const isBefore = text[before - 1] === ',';
  if (!isBefore && text[at] !== ',') return valueAfterComma(at);
  const place = isBefore ? span(before - 1, before) : span(at, at + 1);
  const next = text[skipBlanks(text, place.end)];
  const where = next === '}' || next === ']' ? `before ${next}` : 'with nothing before it';
  const message = `Unexpected extra comma, ${where}: commas only separate values. Remove it.`;
  return { span: place, message, edit: { span: place, newText: '' } };
}

/** For a comma that is separated from the bracket by more than white space. */
function valueAfterComma(at: number): SyntaxMistake {
  const message = 'Expected a value between the last comma and this bracket. Write it, or remove the comma.';
  return { span: span(at, at + 1), message };
}

function wrongBracket(at: number, opened: '{' | '[', found: '}' | ']'): SyntaxMistake {
  const right = opened === '{' ? '}' : ']';
  const what = opened === '{' ? 'object' : 'list';
  const message = `Unexpected ${found}: the last opened ${what} is not closed. Write ${right} before it or instead of it.`;
  return { span: span(at, at + 1), message, isNestingLost: true };
}

export function bracketOfNothing(at: number, found: '}' | ']'): SyntaxMistake {
  const message = `Unmatched ${found}. Remove it, or look above for a bracket that is closed too early.`;
  return { span: span(at, at + 1), message, isNestingLost: true, edit: { span: span(at, at + 1), newText: '' } };
}

function emptyText(): SyntaxMistake {
  return {
    span: span(0, 0),
    message: 'The text is empty. A request begins with {; the snippets that begin with "scim" insert one.',
  };
}

function leadingZero(text: string, at: number, end: number): SyntaxMistake {
  let start = at;
  while (isDigit(text[start - 1])) start--;
  while (isDigit(text[end])) end++;
  const message =
    'A number cannot have leading zeros. Remove them; write an id or telephone number that needs them as a text in double quotes.';
  return { span: span(start, end), message, edit: { span: span(start, end), newText: `"${text.slice(start, end)}"` } };
}

function isDigitAfterDigit(text: string, at: number): boolean {
  return isDigit(text[at]) && isDigit(text[at - 1]);
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9';
}

/** The text from `at` to `end` for a message: brackets and numbers as written, strings without their content. */
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
