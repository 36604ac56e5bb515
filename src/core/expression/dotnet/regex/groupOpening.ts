import type { PatternReader } from './patternReader';

/** The options of .NET that a pattern may switch for itself and that are kept here. */
export interface InlineOptions {
  /** `s`: `.` takes a line feed too. */
  readonly singleline: boolean;
  /** `m`: `^` and `$` stand at every line feed. */
  readonly multiline: boolean;
  /** `n`: plain parentheses do not capture. */
  readonly explicitCapture: boolean;
}

export const NO_OPTIONS: InlineOptions = { singleline: false, multiline: false, explicitCapture: false };

/** What the characters behind a `(` say about the group. */
export type GroupOpening =
  | { readonly kind: 'plain' | 'atomic' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'numbered'; readonly number: number }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'group'; readonly options: InlineOptions }
  /** `(?s)`: no group at all, the options hold to the end of the group around it. */
  | { readonly kind: 'switch'; readonly options: InlineOptions };

const OPENINGS: readonly (readonly [string, GroupOpening])[] = [
  ['?=', { kind: 'look', behind: false, negative: false }],
  ['?!', { kind: 'look', behind: false, negative: true }],
  ['?<=', { kind: 'look', behind: true, negative: false }],
  ['?<!', { kind: 'look', behind: true, negative: true }],
  ['?>', { kind: 'atomic' }],
];

/** Reads what follows a `(`; the place is behind it. */
export function readGroupOpening(reader: PatternReader, options: InlineOptions): GroupOpening {
  const start = reader.offset - 1;
  // .NET reads `(?)` as a group that begins with a quantifier, which the caller then refuses.
  if (reader.peek() !== '?' || reader.peek(1) === ')') return { kind: 'plain' };
  const opening = OPENINGS.find(([text]) => reader.eat(text));
  if (opening !== undefined) return opening[1];
  reader.offset++;
  if (reader.eat('(')) reader.refuse('unsupported', start, 'Conditional groups are not evaluated here.');
  if (reader.eat('<')) return readName(reader, start, '>');
  if (reader.eat("'")) return readName(reader, start, "'");
  return readOptions(reader, start, options);
}

function readName(reader: PatternReader, start: number, close: string): GroupOpening {
  const numbered = reader.atDigit;
  const number = reader.decimal();
  const name = numbered ? '' : reader.word();
  if (reader.eat('-')) {
    reader.refuse(
      'unsupported',
      start,
      'Balancing groups, which take back what a group captured, are not evaluated here.',
    );
  }
  if ((number === 0 && name === '') || !reader.eat(close)) {
    reader.refuse('invalid', start, 'The name of a group is made of letters, digits and underscores: (?<name>...).');
  }
  return numbered ? { kind: 'numbered', number } : { kind: 'named', name };
}

function readOptions(reader: PatternReader, start: number, before: InlineOptions): GroupOpening {
  let options = before;
  let on = true;
  for (; /[-+imnsx]/i.test(reader.peek()); reader.offset++) {
    const letter = reader.peek().toLowerCase();
    if (letter === '-' || letter === '+') on = letter === '+';
    else if (letter === 's') options = { ...options, singleline: on };
    else if (letter === 'm') options = { ...options, multiline: on };
    else if (letter === 'n') options = { ...options, explicitCapture: on };
    else if (on) refuseOption(reader, start, letter);
  }
  if (reader.eat(':')) return { kind: 'group', options };
  if (reader.eat(')')) return { kind: 'switch', options };
  reader.offset++;
  return reader.refuse('invalid', start, 'There is no group that begins like this.');
}

function refuseOption(reader: PatternReader, start: number, letter: string): never {
  reader.offset++;
  return reader.refuse(
    'unsupported',
    start,
    letter === 'i'
      ? 'The option i (ignore case) is not evaluated here. Write both cases instead, as in [Aa].'
      : 'The option x (ignore white space) is not evaluated here. Leave out the white space instead.',
  );
}
