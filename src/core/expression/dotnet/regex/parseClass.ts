import type { PatternReader } from './patternReader';
import type { ShorthandParts } from './units/shorthand';
import { shorthandParts } from './units/shorthand';
import { rangesOfAnyCase } from './units/caseFolding';
import { UNICODE_BLOCKS } from './units/unicodeBlocks';
import { ALL_CATEGORIES, categoryMask } from './units/unicodeCategory';
import type { UnitRange } from './units/unitSet';
import { UnitSet } from './units/unitSet';

/** Each subtracted class costs a look-up per unit that is not counted as a step. */
const MAX_SUBTRACTION = 4;
const LAST_UNIT = 0xffff;

/** Reads a class; the place is after its `[`. Decides what a `-` is in the same order as .NET. */
export function parseClass(reader: PatternReader, ignoreCase = false, depth = 0): UnitSet {
  return new ClassParser(reader, ignoreCase, depth).parse();
}

class ClassParser {
  readonly #reader: PatternReader;
  readonly #ignoreCase: boolean;
  readonly #depth: number;
  readonly #start: number;
  readonly #ranges: UnitRange[] = [];
  #categories = 0;
  #except: UnitSet | undefined;
  /** The first unit of a range whose `-` has been read: `a-|`. */
  #rangeFrom: number | undefined;

  constructor(reader: PatternReader, ignoreCase: boolean, depth: number) {
    this.#reader = reader;
    this.#ignoreCase = ignoreCase;
    this.#depth = depth;
    this.#start = reader.offset - 1;
  }

  parse(): UnitSet {
    const reader = this.#reader;
    if (this.#depth > MAX_SUBTRACTION) {
      reader.refuse('unsupported', this.#start, 'Class subtraction is nested too deeply to be supported here.');
    }
    const negated = reader.eat('^');
    // A bracket that comes first is a member: []a] holds ] and a.
    for (let first = true; first || reader.peek() !== ']'; first = false) {
      if (reader.atEnd) reader.refuse('invalid', this.#start, 'Missing "]" of this class.');
      this.#member(first);
    }
    reader.offset++;
    return new UnitSet({
      ranges: this.#ignoreCase ? rangesOfAnyCase(this.#ranges) : this.#ranges,
      categories: this.#categories,
      negated,
      ...(this.#except && { except: this.#except }),
    });
  }

  #member(first: boolean): void {
    const reader = this.#reader;
    const start = reader.offset;
    const letter = reader.take();
    if (letter !== '\\' || reader.atEnd) this.#unit(letter.charCodeAt(0), start, { first, escaped: false });
    else if (reader.eat('-')) this.#escapedHyphen(start);
    else {
      const parts = shorthandOrProperty(reader, this.#ignoreCase);
      if (parts === undefined) this.#unit(reader.escapedUnit(), start, { first, escaped: true });
      else this.#add(parts, start);
    }
  }

  /** `\-` ends a range but never begins one. */
  #escapedHyphen(start: number): void {
    const hyphen = 0x2d;
    this.#addRange(this.#rangeFrom ?? hyphen, hyphen, start);
  }

  #add(parts: ShorthandParts, start: number): void {
    if (this.#rangeFrom !== undefined) {
      this.#reader.refuse('invalid', start, 'Expected a single character at the end of a range.');
    }
    this.#ranges.push(...parts.ranges);
    this.#categories |= parts.categories;
  }

  #unit(unit: number, start: number, how: { first: boolean; escaped: boolean }): void {
    const reader = this.#reader;
    const bare = !how.escaped && !how.first;
    if (this.#rangeFrom !== undefined) {
      if (bare && unit === 0x5b) this.#subtractAfter(this.#rangeFrom);
      else this.#addRange(this.#rangeFrom, unit, start);
    } else if (reader.peek() === '-' && reader.peek(1) !== ']') {
      this.#rangeFrom = unit;
      reader.offset++;
    } else if (bare && unit === 0x2d && reader.eat('[')) this.#subtract();
    else this.#addRange(unit, unit, start);
  }

  #addRange(from: number, to: number, start: number): void {
    if (from > to) this.#reader.refuse('invalid', start, 'The range ends before it begins.');
    this.#ranges.push([from, to]);
    this.#rangeFrom = undefined;
  }

  /** `[a-[`: what looked like a range is `a` and a class to subtract. */
  #subtractAfter(unit: number): void {
    this.#ranges.push([unit, unit]);
    this.#rangeFrom = undefined;
    this.#subtract();
  }

  #subtract(): void {
    this.#except = parseClass(this.#reader, this.#ignoreCase, this.#depth + 1);
    if (!this.#reader.atEnd && this.#reader.peek() !== ']') {
      this.#reader.refuse('invalid', this.#start, 'A subtracted class must come last in its class.');
    }
  }
}

/** `\d` and the like, `\p{L}`, `\P{IsGreek}`; undefined for any other escape. The place is after the backslash. */
export function shorthandOrProperty(reader: PatternReader, ignoreCase: boolean): ShorthandParts | undefined {
  const parts = shorthandParts(reader.peek());
  if (parts !== undefined) {
    reader.offset++;
    return parts;
  }
  if (reader.peek() !== 'p' && reader.peek() !== 'P') return undefined;
  return property(reader, reader.take() === 'P', ignoreCase);
}

/** If case is ignored, each of these categories includes all three. */
const CASED = ['Lu', 'Ll', 'Lt'];

function property(reader: PatternReader, negated: boolean, ignoreCase: boolean): ShorthandParts {
  const start = reader.offset - 2;
  const name = /^\{([\p{L}\p{Mn}\p{Nd}\p{Pc}-]*)\}/u.exec(
    reader.pattern.slice(reader.offset, reader.offset + 100),
  )?.[1];
  if (name === undefined) reader.refuse('invalid', start, 'Expected the name of a category in braces, as in \\p{Lu}.');
  reader.offset += name.length + 2;
  const names = ignoreCase && CASED.includes(name) ? CASED : [name];
  const categories = names.reduce((mask, one) => mask | categoryMask(one), 0);
  if (categories !== 0) return { ranges: [], categories: negated ? ALL_CATEGORIES & ~categories : categories };
  const block = UNICODE_BLOCKS.get(name);
  if (block === undefined) reader.refuse('invalid', start, `${name} is not a Unicode category or block of .NET.`);
  const ranges = negated ? complement(block) : [block];
  return { ranges: ignoreCase ? rangesOfAnyCase(ranges) : ranges, categories: 0 };
}

/**
 * The ranges before and after a range. One of them is empty if the range begins at the first unit or ends at the last.
 */
function complement([first, last]: UnitRange): UnitRange[] {
  return [
    [0, first - 1],
    [last + 1, LAST_UNIT],
  ];
}
