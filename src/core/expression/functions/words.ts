import { trim } from '../dotnet/whiteSpace';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { Call } from '../syntax';
import { place, text } from './arguments';
import { literalIn } from './callArguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

const longDelimiter = problemKind({
  code: 'expression.split-delimiter',
  severity: 'warning',
  title: 'Split at more than one character',
  explanation: 'Split is documented only for a delimiter of one character; the effect of a longer one is unknown.',
  remedy: 'Split at one character, or replace the longer delimiter by one first.',
  authority: 'Entra',
  example: {
    wrong: 'title = Item(Split([JobTitle], ", "), 1)',
    right: 'title = Item(Split([JobTitle], ","), 1)',
  },
});

export const split: FunctionEntry = {
  name: 'Split',
  family: 'Multi-valued',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text.' },
    { name: 'delimiter', type: 'String', documentation: 'The character between the items.' },
  ],
  returns: 'MultiString',
  documentation:
    'Splits a text at a delimiter into several values. White space around each value is trimmed; empty values are left out.',
  example: { expression: 'Split([Sites], ",")', result: 'Berlin | Madrid' },
  fidelity: {
    mark: 'approximated',
    reason: 'Trimming follows a documented output; how empty items are treated is not documented.',
  },
  kinds: [longDelimiter],
  check: checkDelimiter,
  compile: (args) => {
    const source = text(args, 0);
    const delimiter = text(args, 1);
    return (record, context) => {
      const whole = source(record, context);
      if (whole === null) return null;
      const between = delimiter(record, context) ?? '';
      const items = between === '' ? [whole] : whole.split(between);
      return items.map(trim).filter((item) => item !== '');
    };
  },
};

function* checkDelimiter(call: Call): Generator<Problem> {
  const delimiter = literalIn(call.slots[1]);
  if (delimiter === undefined || delimiter.value.length === 1) return;
  yield problemOf(longDelimiter, delimiter.span, 'Split is documented only for a delimiter of one character.');
}

export const word: FunctionEntry = {
  name: 'Word',
  family: 'Text',
  parameters: [
    { name: 'String', type: 'String', documentation: 'The text.' },
    { name: 'WordNumber', type: 'Integer', documentation: 'The position of the word, from 1.' },
    { name: 'delimiters', type: 'String', documentation: 'The characters that separate words.' },
  ],
  returns: 'String',
  documentation:
    'One word of a text. "" when there are fewer words, the number is below 1, or the text is absent. Adjacent delimiters do not make empty words.',
  example: { expression: 'Word("The quick brown fox", 3, " ")', result: 'brown' },
  fidelity: EXACT,
  compile: (args, at) => {
    const source = text(args, 0);
    const number = place(args, 1, at);
    const delimiters = text(args, 2);
    return (record, context) =>
      nthWord(source(record, context) ?? '', number(record, context), delimiters(record, context) ?? '');
  },
};

function nthWord(whole: string, number: number, delimiters: string): string {
  // The end of the text is a separator, too
  const separators = new Set(delimiters.split('')).add('');
  let start = 0;
  let found = 0;
  for (let i = 0; i <= whole.length; i++) {
    if (!separators.has(whole.charAt(i))) continue;
    if (i > start && ++found === number) return whole.slice(start, i);
    start = i + 1;
  }
  return '';
}
