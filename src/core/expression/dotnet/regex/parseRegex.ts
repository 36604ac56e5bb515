import { combineRepeats } from './combineRepeats';
import { NO_OPTIONS, readGroupKey, readGroupOpening } from './groupOpening';
import type { GroupKey, GroupOpening, InlineOptions } from './groupOpening';
import { parseClass } from './parseClass';
import { literal, parseEscape } from './parseEscape';
import { PatternReader, PatternRefused } from './patternReader';
import { GroupCensus } from './regexGroups';
import type { RegexGroups, RegexNode, RegexRefusal, RegexTree } from './regexTree';
import { ANY_UNIT, NOT_NEWLINE } from './units/shorthand';

export type RegexParse = { readonly tree: RegexTree } | { readonly refusal: RegexRefusal };

/** Maximum length of a pattern. It keeps parsing and compiling below about 30 ms, and no mapping needs more. */
const MAX_PATTERN = 10_000;
const MAX_GROUP = 200;

/** .NET does not skip a vertical tab. */
const BLANKS = '\t\n\f\r ';

/**
 * Reads a pattern of the .NET dialect, options none. Never throws.
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 */
export function parseRegex(pattern: string): RegexParse {
  const reader = new PatternReader(pattern);
  try {
    if (pattern.length > MAX_PATTERN) {
      reader.refuse('unsupported', 0, `Patterns of more than ${MAX_PATTERN} characters are not supported here.`);
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
  /** Undefined while the groups are being counted; the tree is then unusable. */
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
      this.#reader.refuse('invalid', this.#reader.offset, 'Unmatched closing parenthesis.');
    }
    return root;
  }

  #alternation(outer: InlineOptions): RegexNode {
    const branches = this.#branches(outer);
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'alternation', branches };
  }

  /** Branches up to the end of the group. Options that are switched in one branch hold in the following ones. */
  #branches(outer: InlineOptions): readonly RegexNode[] {
    const scope = { options: outer };
    const branches = [this.#sequence(scope)];
    while (this.#reader.eat('|')) branches.push(this.#sequence(scope));
    return branches;
  }

  #sequence(scope: { options: InlineOptions }): RegexNode {
    const reader = this.#reader;
    const parts: RegexNode[] = [];
    for (;;) {
      this.#skipBlanks(scope.options);
      if (reader.atEnd || reader.peek() === '|' || reader.peek() === ')') break;
      this.#refuseQuantifier('There is nothing to repeat before this quantifier.');
      const atom = this.#atom(scope);
      if (atom !== undefined) parts.push(this.#quantified(atom, scope.options));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  }

  /** Skips comments and, if the option is set, white space. */
  #skipBlanks({ ignoreWhiteSpace }: InlineOptions): void {
    const reader = this.#reader;
    for (;;) {
      if (ignoreWhiteSpace) while (!reader.atEnd && BLANKS.includes(reader.peek())) reader.offset++;
      if (ignoreWhiteSpace && reader.peek() === '#') {
        const end = reader.pattern.indexOf('\n', reader.offset);
        reader.offset = end < 0 ? reader.pattern.length : end;
      } else if (reader.pattern.startsWith('(?#', reader.offset)) {
        const end = reader.pattern.indexOf(')', reader.offset);
        if (end < 0) reader.refuse('invalid', reader.offset, 'Missing ")" of this comment.');
        reader.offset = end + 1;
      } else return;
    }
  }

  get #atQuantifier(): boolean {
    const next = this.#reader.peek();
    if (next !== '{') return next === '*' || next === '+' || next === '?';
    // Any other brace is literal.
    return /^\{[0-9]+(?:,[0-9]*)?\}/.test(this.#reader.pattern.slice(this.#reader.offset));
  }

  #refuseQuantifier(message: string): void {
    if (this.#atQuantifier) this.#reader.refuse('invalid', this.#reader.offset, message);
  }

  #quantified(body: RegexNode, options: InlineOptions): RegexNode {
    this.#skipBlanks(options);
    if (!this.#atQuantifier) return body;
    const start = this.#reader.offset;
    const { min, max } = this.#counts();
    this.#skipBlanks(options);
    const lazy = this.#reader.eat('?');
    if (min > max) this.#reader.refuse('invalid', start, 'The numbers of this quantifier are out of order.');
    this.#skipBlanks(options);
    this.#refuseQuantifier('A quantifier cannot follow another one. Group the first: (?:a+)*.');
    return combineRepeats({ kind: 'repeat', body, min, max, lazy });
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

  /** Reads one element that a quantifier may follow; undefined for options. */
  #atom(scope: { options: InlineOptions }): RegexNode | undefined {
    const letter = this.#reader.take();
    const { singleline, multiline } = scope.options;
    switch (letter) {
      case '[':
        return { kind: 'set', set: parseClass(this.#reader, scope.options.ignoreCase) };
      case '(':
        return this.#group(scope);
      case '\\':
        return parseEscape(this.#reader, this.#groups, scope.options);
      case '.':
        return { kind: 'set', set: singleline ? ANY_UNIT : NOT_NEWLINE };
      case '^':
        return { kind: 'anchor', anchor: multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'anchor', anchor: multiline ? 'lineEnd' : 'endOrFinalNewline' };
      default:
        return literal(letter.charCodeAt(0), scope.options);
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
          : this.#unnamed(start, scope.options, this.#census.addUnnamed());
      case 'capturing':
        return this.#capture(start, scope.options, opening);
      case 'conditional':
        return this.#conditional(start, scope.options);
      case 'group':
        return this.#body(start, opening.options);
      case 'atomic':
        return { kind: 'atomic', body: this.#body(start, scope.options) };
      case 'look':
        return { ...opening, body: this.#body(start, scope.options) };
    }
  }

  #unnamed(start: number, options: InlineOptions, number: number): RegexNode {
    return { kind: 'capture', slot: this.#groups?.byNumber.get(number) ?? 0, body: this.#body(start, options) };
  }

  #capture(
    start: number,
    options: InlineOptions,
    { key, taken }: Extract<GroupOpening, { kind: 'capturing' }>,
  ): RegexNode {
    if (key !== undefined) this.#census.add(key);
    const slot = key && this.#slotOf(key, start);
    const from = taken && this.#slotOf(taken, start);
    const body = this.#body(start, options);
    return { kind: 'capture', slot, body, ...(from !== undefined && { taken: from }) };
  }

  /** While the groups are being counted, any group is accepted. */
  #slotOf({ text, isNumber }: GroupKey, start: number): number {
    if (this.#groups === undefined) return 0;
    const slot = isNumber ? this.#groups.byNumber.get(Number(text)) : this.#groups.byName.get(text);
    if (slot === undefined) {
      const advice = isNumber && text.startsWith('0') ? ' Write its number without zeros at its start: (?<1>...).' : '';
      this.#reader.refuse('invalid', start, `The pattern has no group ${text}.${advice}`);
    }
    return slot;
  }

  /** `(?(1)yes|no)`, `(?(name)yes|no)`, `(?(?=a)yes|no)`; the place is at the second parenthesis. */
  #conditional(start: number, options: InlineOptions): RegexNode {
    const captured = this.#testedGroup(start);
    const condition = captured === undefined ? this.#condition(start, options) : undefined;
    this.#enter(start);
    const branches = this.#branches(options);
    this.#leave(start);
    const [yes, no = { kind: 'sequence', parts: [] }] = branches;
    if (yes === undefined || branches.length > 2) {
      return this.#reader.refuse('invalid', start, 'A condition has at most two branches: (?(1)yes|no).');
    }
    if (condition !== undefined) return { kind: 'ifMatches', condition, yes, no };
    return { kind: 'ifCaptured', slot: captured ?? 0, yes, no };
  }

  /** The tested group; undefined, with the place unmoved, if the parentheses contain a pattern. */
  #testedGroup(start: number): number | undefined {
    const reader = this.#reader;
    const back = reader.offset++;
    const key = readGroupKey(reader);
    const isKnown = key !== undefined && (key.isNumber || (this.#groups?.byName.has(key.text) ?? false));
    if (isKnown && reader.eat(')')) return this.#slotOf(key, start);
    if (key?.isNumber === true)
      reader.refuse('invalid', start, 'Expected only the number of a group here: (?(1)yes|no).');
    reader.offset = back;
    return undefined;
  }

  /** A pattern in parentheses, which do not capture. */
  #condition(start: number, options: InlineOptions): RegexNode {
    const reader = this.#reader;
    if (/^\(\?(?:#|'|<(?![=!]))/.test(reader.pattern.slice(reader.offset, reader.offset + 4))) {
      reader.offset += 3;
      reader.refuse('invalid', start, 'A condition cannot be a comment or a group with a name.');
    }
    reader.offset++;
    const condition =
      reader.peek() === '?' && reader.peek(1) !== ')'
        ? this.#group({ options })
        : this.#body(reader.offset - 1, options);
    return condition ?? reader.refuse('invalid', start, 'A condition cannot be just an option.');
  }

  /** The content of a group, with its closing parenthesis. `start` is where the group begins. */
  #body(start: number, options: InlineOptions): RegexNode {
    this.#enter(start);
    const body = this.#alternation(options);
    this.#leave(start);
    return body;
  }

  #enter(start: number): void {
    if (++this.#depth > MAX_GROUP) {
      this.#reader.refuse('unsupported', start, `Groups nested deeper than ${MAX_GROUP} are not supported here.`);
    }
  }

  #leave(start: number): void {
    if (!this.#reader.eat(')')) this.#reader.refuse('invalid', start, 'Missing ")" of this group.');
    this.#depth--;
  }
}
