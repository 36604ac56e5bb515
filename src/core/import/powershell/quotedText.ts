import { span } from '../../text/span';
import { DOUBLE_QUOTES, SINGLE_QUOTES } from './quotes';
import type { TextPart, ScriptToken } from './token';

/** The character after a backtick. Source: about_Special_Characters. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const NOT_CLOSED = 'Unmatched quote: the text after it is not read.';

/** Reads the quoted text that begins at `at`, of any of the four kinds; `undefined` if none does. */
export function readQuoted(text: string, at: number, end: number): ScriptToken | undefined {
  const here = /@(['"\u2018\u2019\u201A\u201B\u201C\u201D\u201E])[ \t]*(\r\n|\r|\n)/y;
  here.lastIndex = at;
  const opening = here.exec(text);
  if (opening !== null) return readHereText(text, at, end, at + opening[0].length, isSingle(opening[1] ?? ''));
  const quote = text.charAt(at);
  if (isSingle(quote)) return readSingle(text, at, end);
  return isDouble(quote) ? readDouble(text, at, end, at + 1, isDouble, false) : undefined;
}

function isSingle(unit: string): boolean {
  return unit !== '' && SINGLE_QUOTES.includes(unit);
}

function isDouble(unit: string): boolean {
  return unit !== '' && DOUBLE_QUOTES.includes(unit);
}

function readSingle(text: string, start: number, end: number): ScriptToken {
  let value = '';
  for (let at = start + 1; at < end; at++) {
    if (!isSingle(text.charAt(at))) value += text.charAt(at);
    else if (isSingle(text.charAt(at + 1))) value += text.charAt(at++);
    else return { kind: 'text', value, span: span(start, at + 1) };
  }
  return { kind: 'text', value, span: span(start, end), fault: NOT_CLOSED };
}

/** `@'` or `@"`, lines, and the closing `'@` or `"@` at the beginning of a line. */
function readHereText(text: string, start: number, end: number, inside: number, single: boolean): ScriptToken {
  const closing = single ? /(?:\r\n|\r|\n)['\u2018-\u201B]@/g : /(?:\r\n|\r|\n)["\u201C-\u201E]@/g;
  // The first line may already be the closing one
  closing.lastIndex = Math.max(start, inside - 2);
  let found = closing.exec(text);
  while (found !== null && found.index + found[0].length - 2 < inside) found = closing.exec(text);
  const close = found !== null && found.index + found[0].length <= end ? found : undefined;
  const stop = close === undefined ? end : Math.max(inside, close.index);
  const after = close === undefined ? end : close.index + close[0].length;
  const fault = close === undefined ? { fault: openHereText(text, inside, end, single) } : {};
  if (single) return { kind: 'text', value: text.slice(inside, stop), span: span(start, after), ...fault };
  const read = readDouble(text, start, stop, inside, () => false, true);
  return { ...read, span: span(start, after), ...fault };
}

/** Why a here-string continues to the end: often its closing mark is indented like the lines around it. */
function openHereText(text: string, inside: number, end: number, single: boolean): string {
  const mark = single ? "'@" : '"@';
  const indented = (single ? /^[ \t]+['\u2018-\u201B]@/m : /^[ \t]+["\u201C-\u201E]@/m).exec(text.slice(inside, end));
  const line = indented === null ? 0 : text.slice(0, inside + indented.index).split(/\r\n|\r|\n/).length;
  const where = indented === null ? 'No line begins with' : `Remove the spaces on line ${line}, before`;
  return `The here-string that begins here is not closed, so the text after it is not read. ${where} ${mark}${indented === null ? ', which closes it' : ''}.`;
}

/**
 * Reads the text between double quotes: backticks escape, `$name` and `$( ... )` are evaluated.
 * @param isHere whether the text ends at `end`, not at a quote
 */
function readDouble(
  text: string,
  start: number,
  end: number,
  inside: number,
  isQuote: (unit: string) => boolean,
  isHere: boolean,
): ScriptToken {
  const parts: TextPart[] = [];
  let plain = '';
  let isEvaluated = false;
  const take = (part: TextPart) => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(part);
    isEvaluated = true;
  };
  const finish = (stop: number, fault?: string): ScriptToken => {
    const value = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('') + plain;
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    return {
      kind: 'text',
      value,
      span: span(start, stop),
      ...(isEvaluated ? { parts } : {}),
      ...(fault === undefined ? {} : { fault }),
    };
  };
  for (let at = inside; at < end; at++) {
    const unit = text.charAt(at);
    if (unit === '`' && at + 1 < end) {
      const unicode = /u\{([0-9a-f]{1,6})\}/iy;
      unicode.lastIndex = at + 1;
      const point = unicode.exec(text);
      const code = parseInt(point?.[1] ?? '', 16);
      if (point !== null && code <= 0x10ffff) {
        plain += String.fromCodePoint(code);
        at += point[0].length;
      } else plain += ESCAPES[text.charAt(++at)] ?? text.charAt(at);
    } else if (isQuote(unit)) {
      if (!isQuote(text.charAt(at + 1))) return finish(at + 1);
      plain += text.charAt(at++);
    } else if (unit === '$' && text.charAt(at + 1) === '(') {
      const close = closingParenthesis(text, at + 2, end);
      take({ kind: 'evaluate', inside: span(at + 2, close) });
      at = close;
    } else if (unit === '$') {
      const name = /\$(?:\{([^}\r\n]*)\}|([\p{L}\p{N}_?]+))/uy;
      name.lastIndex = at;
      const variable = name.exec(text);
      if (variable === null) plain += unit;
      else {
        take({ kind: 'variable', name: variable[1] ?? variable[2] ?? '' });
        at += variable[0].length - 1;
      }
    } else plain += unit;
  }
  return finish(end, isHere ? undefined : NOT_CLOSED);
}

/** The offset of the closing `)`; `end` if there is none. */
function closingParenthesis(text: string, start: number, end: number): number {
  let depth = 1;
  for (let at = start; at < end; at++) {
    const unit = text.charAt(at);
    if (isSingle(unit)) at = readSingle(text, at, end).span.end - 1;
    else if (unit === '`') at++;
    else if (unit === '(') depth++;
    else if (unit === ')' && --depth === 0) return at;
  }
  return end;
}
