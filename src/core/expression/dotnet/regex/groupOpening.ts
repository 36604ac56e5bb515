import type { PatternReader } from './patternReader';

/** The options of .NET that a pattern may switch for itself. */
export interface InlineOptions {
  /** `i`: letters of any case are alike. */
  readonly ignoreCase: boolean;
  /** `s`: `.` matches a line feed, too. */
  readonly singleline: boolean;
  /** `m`: `^` and `$` match at every line feed. */
  readonly multiline: boolean;
  /** `n`: plain parentheses do not capture. */
  readonly explicitCapture: boolean;
  /** `x`: white space and everything from a `#` to the end of the line are skipped. */
  readonly ignoreWhiteSpace: boolean;
}

export const NO_OPTIONS: InlineOptions = {
  ignoreCase: false,
  singleline: false,
  multiline: false,
  explicitCapture: false,
  ignoreWhiteSpace: false,
};

const OPTIONS: ReadonlyMap<string, keyof InlineOptions> = new Map([
  ['i', 'ignoreCase'],
  ['s', 'singleline'],
  ['m', 'multiline'],
  ['n', 'explicitCapture'],
  ['x', 'ignoreWhiteSpace'],
]);

/** A name, or a number as it is written: `(?<01>a)` is not the same as `(?<1>a)`. */
export interface GroupKey {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The kind of a group, by the characters after its `(`. */
export type GroupOpening =
  | { readonly kind: 'plain' | 'atomic' }
  /** `(?<a>`, `(?<7>`; `(?<a-b>` and `(?<-b>` remove a capture of b. */
  | { readonly kind: 'capturing'; readonly key: GroupKey | undefined; readonly taken: GroupKey | undefined }
  | { readonly kind: 'look'; readonly isLookbehind: boolean; readonly negative: boolean }
  | { readonly kind: 'group'; readonly options: InlineOptions }
  /** `(?s)`: not a group: the options apply to the end of the surrounding group. */
  | { readonly kind: 'switch'; readonly options: InlineOptions }
  /** `(?(`: the place is at the second parenthesis. */
  | { readonly kind: 'conditional' };

const OPENINGS: readonly (readonly [string, GroupOpening])[] = [
  ['?=', { kind: 'look', isLookbehind: false, negative: false }],
  ['?!', { kind: 'look', isLookbehind: false, negative: true }],
  ['?<=', { kind: 'look', isLookbehind: true, negative: false }],
  ['?<!', { kind: 'look', isLookbehind: true, negative: true }],
  ['?>', { kind: 'atomic' }],
];

/** Reads what follows a `(`; the place is after it. */
export function readGroupOpening(reader: PatternReader, options: InlineOptions): GroupOpening {
  const start = reader.offset - 1;
  // .NET reads `(?)` as a group that begins with a quantifier, which the caller then refuses.
  if (reader.peek() !== '?' || reader.peek(1) === ')') return { kind: 'plain' };
  const opening = OPENINGS.find(([text]) => reader.eat(text));
  if (opening !== undefined) return opening[1];
  reader.offset++;
  if (reader.peek() === '(') return { kind: 'conditional' };
  if (reader.eat('<')) return readName(reader, start, '>');
  if (reader.eat("'")) return readName(reader, start, "'");
  return readOptions(reader, start, options);
}

function readName(reader: PatternReader, start: number, close: string): GroupOpening {
  const key = readGroupKey(reader);
  if (key?.isNumber === true && Number(key.text) === 0) {
    reader.refuse('invalid', start, 'A group cannot have the number 0, which is the whole match.');
  }
  const balances = reader.eat('-');
  const taken = balances ? readGroupKey(reader) : undefined;
  if ((balances ? taken === undefined : key === undefined) || !reader.eat(close)) {
    reader.refuse(
      'invalid',
      start,
      'The name of a group can contain only letters, digits and underscores: (?<name>...).',
    );
  }
  return { kind: 'capturing', key, taken };
}

/** A name or a number at the place; undefined if there is neither. */
export function readGroupKey(reader: PatternReader): GroupKey | undefined {
  const start = reader.offset;
  const isNumber = reader.atDigit;
  if (isNumber) reader.decimal();
  else reader.word();
  const text = reader.pattern.slice(start, reader.offset);
  return text === '' ? undefined : { text, isNumber };
}

function readOptions(reader: PatternReader, start: number, before: InlineOptions): GroupOpening {
  let options = before;
  let on = true;
  for (; /[-+imnsx]/i.test(reader.peek()); reader.offset++) {
    const letter = reader.peek().toLowerCase();
    const option = OPTIONS.get(letter);
    if (option === undefined) on = letter === '+';
    else options = { ...options, [option]: on };
  }
  if (reader.eat(':')) return { kind: 'group', options };
  if (reader.eat(')')) return { kind: 'switch', options };
  reader.offset++;
  return reader.refuse('invalid', start, 'Unrecognised group.');
}
