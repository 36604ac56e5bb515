import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { readQuoted } from './quotedText';
import type { ScriptToken, ScriptTokenKind } from './token';

const MARKS: Readonly<Record<string, ScriptTokenKind>> = {
  ';': 'semicolon',
  ',': 'comma',
  '=': 'equals',
  '(': 'open',
  ')': 'close',
  '{': 'openBlock',
  '}': 'closeBlock',
  '[': 'openType',
  ']': 'closeType',
  '.': 'dot',
};
const PAIRS: Readonly<Record<string, ScriptTokenKind>> = {
  '@{': 'table',
  '@(': 'list',
  '$(': 'evaluate',
  '::': 'static',
};

/** Reads the tokens of a range of PowerShell text; the last one is `end`. Never throws and never runs anything. */
export function readTokens(text: string, range: Span = span(0, text.length)): readonly ScriptToken[] {
  const tokens: ScriptToken[] = [];
  let at = range.start;
  for (;;) {
    at = skipBlank(text, at, range.end);
    if (at >= range.end) {
      tokens.push({ kind: 'end', value: '', span: span(range.end, range.end) });
      return tokens;
    }
    const token = tokenAt(text, at, range.end);
    tokens.push(token);
    at = token.span.end;
  }
}

/** Skips spaces, comments and line ends after a backtick. */
function skipBlank(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    const blank = match(/[ \t\f\v\u00A0\u0085\uFEFF]+|`(?:\r\n|\r|\n)|#[^\r\n]*|<#[^]*?(?:#>|$(?![^]))/y, text, at);
    if (blank === undefined) return Math.min(at, end);
    at += blank.length;
  }
}

function tokenAt(text: string, at: number, end: number): ScriptToken {
  const token = (kind: ScriptTokenKind, source: string, value = source): ScriptToken => ({
    kind,
    value,
    span: span(at, Math.min(at + source.length, end)),
  });
  const line = match(/\r\n|\r|\n/y, text, at);
  if (line !== undefined) return token('line', line);
  const quoted = readQuoted(text, at, end);
  if (quoted !== undefined) return quoted;
  const pair = PAIRS[text.slice(at, at + 2)];
  if (pair !== undefined) return token(pair, text.slice(at, at + 2));
  const variable = match(/\$(?:\{[^}\r\n]*\}|[\p{L}\p{N}_?]+(?::[\p{L}\p{N}_]+)?)/uy, text, at);
  if (variable !== undefined) return token('variable', variable, variable.replace(/^\$\{?|\}$/g, ''));
  const number = match(/(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\p{L}_])/iuy, text, at);
  if (number !== undefined) return token('number', number);
  const operator = match(/-[a-z]+/iy, text, at);
  if (operator !== undefined) return token('operator', operator, operator.toLowerCase());
  const mark = MARKS[text.charAt(at)];
  if (mark !== undefined) return token(mark, text.charAt(at));
  if (/[+\-!*/%]/.test(text.charAt(at))) return token('operator', text.charAt(at));
  const word = match(/[\p{L}_][\p{L}\p{N}_]*/uy, text, at);
  if (word !== undefined) return token('word', word);
  return token('unknown', match(/[^]/uy, text, at) ?? '');
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
