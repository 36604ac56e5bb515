import { isPunctuation } from './datePunctuation';
import type { DateResult } from './dateResult';
import { fullYear } from './dateResult';
import type { DateState, DateToken } from './dateStates';
import { isTerminal, nextState } from './dateStates';
import type { DateText } from './dateText';
import type { Separator } from './dateWords';
import { readFraction, readOffset, skipToOffset } from './dateZone';

/** `skipped` changes no state; `isoTime` is the T between a date and a time; `wrong`: the text is not a date. */
export type LexedToken = DateToken | 'skipped' | 'isoTime' | 'wrong';

/**
 * Reads the next token into the result. What a token is depends on the state: a hyphen separates
 * parts of a date, and begins an offset where the date is complete.
 * Source: .NET 8, `DateTimeParse.Lex`.
 */
export function lexDate(state: DateState, text: DateText, result: DateResult): LexedToken {
  const token = text.regularToken();
  switch (token.kind) {
    case 'number':
      if (token.value === undefined || result.numbers.length === 3 || !afterTime(state, text, result)) return 'wrong';
      return token.isYear ? lexYear(token.value, state, text, result) : lexNumber(token.value, state, text, result);
    case 'month':
      if (result.month !== undefined) return 'wrong';
      result.month = token.month;
      return withSeparator('month', state, text);
    case 'weekday':
      if (result.weekday !== undefined) return 'wrong';
      result.weekday = token.weekday;
      return 'weekday';
    case 'zone':
      return takeOffset(0, result) ? 'zone' : 'wrong';
    case 'half':
      return takeHalf(token.half, result) ? 'skipped' : 'wrong';
    case 'era':
    case 'end':
      return token.kind;
    case 'ignored':
      return 'skipped';
    case 'unknown':
      return lexSign(text, result);
  }
}

function lexSign(text: DateText, result: DateResult): LexedToken {
  if (text.atLetter) return 'wrong';
  if ((text.peek() === '-' || text.peek() === '+') && result.offset === undefined) {
    const offset = readOffset(text);
    return offset !== undefined && takeOffset(offset, result) ? 'skipped' : 'wrong';
  }
  return isPunctuation(text) ? 'skipped' : 'wrong';
}

/** A fraction and an offset may directly follow the minutes and the seconds. */
function afterTime(state: DateState, text: DateText, result: DateResult): boolean {
  if (state !== 'T_NNt' && state !== 'T_Nt') return true;
  const isLast = text.at >= text.text.length - 1;
  if (state === 'T_NNt' && !isLast && text.eat('.')) result.fraction = readFraction(text) ?? 0;
  return readOffsetAfter(text, result);
}

function readOffsetAfter(text: DateText, result: DateResult): boolean {
  if (!skipToOffset(text)) return true;
  const isFirst = result.offset === undefined;
  const offset = readOffset(text);
  return isFirst && offset !== undefined && takeOffset(offset, result);
}

function lexYear(value: number, state: DateState, text: DateText, result: DateResult): LexedToken {
  if (result.year !== undefined) return 'wrong';
  result.year = value;
  const before = text.at;
  const separator = text.separator();
  if (typeof separator === 'object') return takeSuffixed(separator.suffix, value, result);
  // .NET accepts a second AM or PM here
  if (separator === 'AM' || separator === 'PM') return takeHalf(separator, result) ? 'yearSpace' : 'skipped';
  if (separator === 'time' || separator === 'timeMark') return 'wrong';
  return named('year', separator, state, text, before);
}

function lexNumber(value: number, state: DateState, text: DateText, result: DateResult): LexedToken {
  const before = text.at;
  const separator = text.separator();
  if (typeof separator === 'object') {
    const { suffix } = separator;
    return takeSuffixed(suffix, suffix === 'year' ? fullYear(value) : value, result);
  }
  if (separator === 'AM' || separator === 'PM') return lexHalfDay(value, separator, state, text, result);
  result.numbers.push(value);
  if (separator === 'timeMark') return 'isoTime';
  return separator === 'time' ? 'numberTime' : named('number', separator, state, text, before);
}

/** `5 PM`, which completes the date in `1/10 5 PM`. */
function lexHalfDay(
  value: number,
  half: 'AM' | 'PM',
  state: DateState,
  text: DateText,
  result: DateResult,
): LexedToken {
  if (!takeHalf(half, result)) return 'skipped';
  if (state === 'D_NN' && !result.complete('DX_NN')) return 'wrong';
  result.numbers.push(value);
  const isTime = state === 'T_NNt' || state === 'T_Nt';
  return !isTime || readOffsetAfter(text, result) ? 'numberHalf' : 'wrong';
}

function withSeparator(what: 'month', state: DateState, text: DateText): LexedToken {
  const before = text.at;
  const separator = text.separator();
  const isPlain = separator === 'end' || separator === 'space' || separator === 'date' || separator === 'dateOrOffset';
  return isPlain ? named(what, separator, state, text, before) : 'wrong';
}

/**
 * A hyphen belongs to the date, unless the date is complete without it. Then it begins an offset and is not read here.
 */
function named(
  what: 'year' | 'month' | 'number',
  separator: Extract<Separator, 'end' | 'space' | 'date' | 'dateOrOffset'>,
  state: DateState,
  text: DateText,
  before: number,
): DateToken {
  if (separator === 'end') return `${what}End`;
  if (separator === 'space') return `${what}Space`;
  const continues = nextState(state, `${what}Date`) !== undefined;
  if (separator === 'date' || continues || !isTerminal(nextState(state, `${what}Space`))) return `${what}Date`;
  text.at = before;
  return `${what}Space`;
}

function takeSuffixed(suffix: Parameters<DateResult['setSuffixed']>[0], value: number, result: DateResult): LexedToken {
  if (!result.setSuffixed(suffix, value)) return 'wrong';
  return suffix === 'year' || suffix === 'month' || suffix === 'day' ? 'dateSuffix' : 'timeSuffix';
}

function takeHalf(half: 'AM' | 'PM', result: DateResult): boolean {
  if (result.half !== undefined) return false;
  result.half = half;
  return true;
}

function takeOffset(offset: number, result: DateResult): boolean {
  if (result.offset !== undefined) return false;
  result.offset = offset;
  return true;
}
