import { NO_OPTIONS, readGroupOpening } from './groupOpening';
import type { InlineOptions } from './groupOpening';
import { parseClass, shorthandOrProperty } from './parseClass';
import { PatternReader, PatternRefused } from './patternReader';
import { GroupCensus } from './regexGroups';
import type { Anchor, RegexGroups, RegexNode, RegexRefusal, RegexTree } from './regexTree';
import { ANY_UNIT, NOT_NEWLINE } from './shorthand';
import { UnitSet } from './unitSet';

export type RegexParse = { readonly tree: RegexTree } | { readonly refusal: RegexRefusal };

/** More than this no mapping needs, and it keeps parsing and compiling below some 30 ms. */
const LONGEST_PATTERN = 10_000;
const DEEPEST_GROUP = 200;

const ANCHORS: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'start'],
  ['Z', 'endOrFinalNewline'],
  ['z', 'end'],
  ['b', 'wordBoundary'],
  ['B', 'notWordBoundary'],
]);

/**
 * Reads a pattern of the .NET dialect, options none. Never throws.
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 */
export function parseRegex(pattern: string): RegexParse {
  const reader = new PatternReader(pattern);
  try {
    if (pattern.length > LONGEST_PATTERN) {
      reader.refuse('unsupported', 0, `Patterns of more than ${LONGEST_PATTERN} characters are not evaluated here.`);
    }
    // Twice, as .NET does: whether \12 is a group or a character depends on groups that come later.
    const census = new GroupCensus();
    new RegexParser(new PatternReader(pattern), census, undefined).parse();
    const groups = census.close();
    return { tree: { root: new RegexParser(reader, new GroupCensus(), groups).parse(), groups } };
  } catch (error) {
    if (error instanceof PatternRefused) return { refusal: error.refusal };
    throw error;
  }
}

class RegexParser {
  readonly #reader: PatternReader;
  readonly #census: GroupCensus;
  /** Undefined while the groups are being counted; the tree is then of no use. */
  readonly #groups: RegexGroups | undefined;
  #depth = 0;

  constructor(reader: PatternReader, census: GroupCensus, groups: RegexGroups | undefined) {
    this.#reader = reader;
    this.#census = census;
    this.#groups = groups;
  }

  parse(): RegexNode {
    const root = this.#alternation(NO_OPTIONS);
    if (!this.#reader.atEnd) {
      this.#reader.refuse('invalid', this.#reader.offset, 'There is a closing parenthesis too many.');
    }
    return root;
  }

  /** Branches up to the end of the group. Options that are switched in one branch hold in the following ones. */
  #alternation(outer: InlineOptions): RegexNode {
    const scope = { options: outer };
    const branches = [this.#sequence(scope)];
    while (this.#reader.eat('|')) branches.push(this.#sequence(scope));
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'alternation', branches };
  }

  #sequence(scope: { options: InlineOptions }): RegexNode {
    const reader = this.#reader;
    const parts: RegexNode[] = [];
    for (;;) {
      this.#skipComments();
      if (reader.atEnd || reader.peek() === '|' || reader.peek() === ')') break;
      this.#refuseQuantifier('There is nothing here that could be repeated.');
      const atom = this.#atom(scope);
      if (atom !== undefined) parts.push(this.#quantified(atom));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  }

  #skipComments(): void {
    const reader = this.#reader;
    while (reader.pattern.startsWith('(?#', reader.offset)) {
      const end = reader.pattern.indexOf(')', reader.offset);
      if (end < 0) reader.refuse('invalid', reader.offset, 'This comment has no closing parenthesis.');
      reader.offset = end + 1;
    }
  }

  get #atQuantifier(): boolean {
    const next = this.#reader.peek();
    if (next !== '{') return next === '*' || next === '+' || next === '?';
    // Any other brace stands for itself.
    return /^\{[0-9]+(?:,[0-9]*)?\}/.test(this.#reader.pattern.slice(this.#reader.offset));
  }

  #refuseQuantifier(message: string): void {
    if (this.#atQuantifier) this.#reader.refuse('invalid', this.#reader.offset, message);
  }

  #quantified(body: RegexNode): RegexNode {
    this.#skipComments();
    if (!this.#atQuantifier) return body;
    const start = this.#reader.offset;
    const { min, max } = this.#counts();
    this.#skipComments();
    const lazy = this.#reader.eat('?');
    if (min > max) this.#reader.refuse('invalid', start, 'This quantifier has its greater number first.');
    this.#skipComments();
    this.#refuseQuantifier('A quantifier cannot follow another one. Put the first into a group: (?:a+)*.');
    return { kind: 'repeat', body, min, max, lazy };
  }

  #counts(): { min: number; max: number } {
    const reader = this.#reader;
    const sign = reader.take();
    if (sign === '*') return { min: 0, max: Infinity };
    if (sign === '+') return { min: 1, max: Infinity };
    if (sign === '?') return { min: 0, max: 1 };
    const min = reader.decimal();
    const open = reader.eat(',');
    const max = !open ? min : reader.peek() === '}' ? Infinity : reader.decimal();
    reader.offset++;
    return { min, max };
  }

  /** One thing that a quantifier may follow; undefined for options, which are none. */
  #atom(scope: { options: InlineOptions }): RegexNode | undefined {
    const letter = this.#reader.take();
    const { singleline, multiline } = scope.options;
    switch (letter) {
      case '[':
        return { kind: 'set', set: parseClass(this.#reader) };
      case '(':
        return this.#group(scope);
      case '\\':
        return this.#escape();
      case '.':
        return { kind: 'set', set: singleline ? ANY_UNIT : NOT_NEWLINE };
      case '^':
        return { kind: 'anchor', anchor: multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'anchor', anchor: multiline ? 'lineEnd' : 'endOrFinalNewline' };
      default:
        return { kind: 'unit', unit: letter.charCodeAt(0) };
    }
  }

  #group(scope: { options: InlineOptions }): RegexNode | undefined {
    const start = this.#reader.offset - 1;
    const opening = readGroupOpening(this.#reader, scope.options);
    switch (opening.kind) {
      case 'switch':
        scope.options = opening.options;
        return undefined;
      case 'plain':
        return scope.options.explicitCapture
          ? this.#body(start, scope.options)
          : this.#capture(start, scope.options, this.#slotOfNumber(this.#census.addUnnamed()));
      case 'numbered':
        this.#census.addNumber(opening.number);
        return this.#capture(start, scope.options, this.#slotOfNumber(opening.number));
      case 'named':
        this.#census.addName(opening.name);
        return this.#capture(start, scope.options, this.#groups?.byName.get(opening.name) ?? 0);
      case 'group':
        return this.#body(start, opening.options);
      case 'atomic':
        return { kind: 'atomic', body: this.#body(start, scope.options) };
      case 'look':
        return { ...opening, body: this.#body(start, scope.options) };
    }
  }

  #slotOfNumber(number: number): number {
    return this.#groups?.byNumber.get(number) ?? 0;
  }

  #capture(start: number, options: InlineOptions, slot: number): RegexNode {
    return { kind: 'capture', slot, body: this.#body(start, options) };
  }

  /** What stands in a group, with its closing parenthesis. `start` is where the group begins. */
  #body(start: number, options: InlineOptions): RegexNode {
    if (++this.#depth > DEEPEST_GROUP) {
      this.#reader.refuse('unsupported', start, `Groups nested deeper than ${DEEPEST_GROUP} are not evaluated here.`);
    }
    const body = this.#alternation(options);
    if (!this.#reader.eat(')')) this.#reader.refuse('invalid', start, 'This group has no closing parenthesis.');
    this.#depth--;
    return body;
  }

  #escape(): RegexNode {
    const reader = this.#reader;
    const start = reader.offset - 1;
    if (reader.atEnd) reader.refuse('invalid', start, 'A backslash at the end escapes nothing.');
    if (reader.eat('G')) {
      reader.refuse('unsupported', start, 'The anchor \\G (where the last match ended) is not evaluated here.');
    }
    const anchor = ANCHORS.get(reader.peek());
    if (anchor !== undefined) {
      reader.offset++;
      return { kind: 'anchor', anchor };
    }
    const parts = shorthandOrProperty(reader);
    if (parts !== undefined) return { kind: 'set', set: new UnitSet(parts) };
    return this.#reference(start) ?? { kind: 'unit', unit: reader.escapedUnit() };
  }

  /** `\1`, `\k<name>`, `\k'name'` and the old `\<name>`; undefined, with the place unmoved, if it is a character. */
  #reference(start: number): RegexNode | undefined {
    const reader = this.#reader;
    const back = reader.offset;
    if (/[1-9]/.test(reader.peek())) {
      const number = reader.decimal();
      if (this.#knows(number) || number <= 9) return this.#referenceTo(start, number);
    } else {
      const named = reader.eat('k');
      const close = reader.eat('<') ? '>' : reader.eat("'") ? "'" : '';
      if (named && (close === '' || reader.atEnd)) {
        reader.refuse('invalid', start, 'The escape \\k needs the name of a group: \\k<name>.');
      }
      const key = close === '' ? '' : reader.atDigit ? reader.decimal() : reader.word();
      if (key !== '' && reader.eat(close)) return this.#referenceTo(start, key);
    }
    reader.offset = back;
    return undefined;
  }

  /** While the groups are being counted every number may turn out to be one. */
  #knows(number: number): boolean {
    return this.#groups?.byNumber.has(number) ?? true;
  }

  #referenceTo(start: number, key: number | string): RegexNode {
    if (this.#groups === undefined) return { kind: 'sequence', parts: [] };
    const slot = typeof key === 'number' ? this.#groups.byNumber.get(key) : this.#groups.byName.get(key);
    if (slot === undefined) this.#reader.refuse('invalid', start, `The pattern has no group ${key} to refer to.`);
    return { kind: 'reference', slot };
  }
}
