import { unitsOfAnyCase } from './units/caseFolding';
import type { InlineOptions } from './groupOpening';
import { shorthandOrProperty } from './parseClass';
import type { PatternReader } from './patternReader';
import type { Anchor, RegexGroups, RegexNode } from './regexTree';
import { UnitSet } from './units/unitSet';

const ANCHORS: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'start'],
  ['G', 'searchStart'],
  ['Z', 'endOrFinalNewline'],
  ['z', 'end'],
  ['b', 'wordBoundary'],
  ['B', 'notWordBoundary'],
]);

/** A cache of the sets of letters: making one takes longer than reading a letter. */
const lettersOfAnyCase = new Map<number, UnitSet>();

/** One character; if case is ignored, in any case. */
export function literal(unit: number, { ignoreCase }: InlineOptions): RegexNode {
  const units = ignoreCase ? unitsOfAnyCase(unit) : [unit];
  if (units.length === 1) return { kind: 'unit', unit };
  const set = lettersOfAnyCase.get(unit) ?? new UnitSet({ ranges: units.map((one) => [one, one]) });
  lettersOfAnyCase.set(unit, set);
  return { kind: 'set', set };
}

/**
 * Reads what a backslash begins; the place is after it.
 * @param groups undefined while the groups are being counted; the node is then unusable
 */
export function parseEscape(reader: PatternReader, groups: RegexGroups | undefined, options: InlineOptions): RegexNode {
  const start = reader.offset - 1;
  if (reader.atEnd) reader.refuse('invalid', start, 'Unexpected backslash at the end of the pattern.');
  const anchor = ANCHORS.get(reader.peek());
  if (anchor !== undefined) {
    reader.offset++;
    return { kind: 'anchor', anchor };
  }
  const parts = shorthandOrProperty(reader, options.ignoreCase);
  if (parts !== undefined) return { kind: 'set', set: new UnitSet(parts) };
  return reference(reader, start, groups, options) ?? literal(reader.escapedUnit(), options);
}

/**
 * `\1`, `\k<name>`, `\k'name'` and the old `\<name>`; undefined, with the place unmoved, if it is a literal character.
 */
function reference(
  reader: PatternReader,
  start: number,
  groups: RegexGroups | undefined,
  options: InlineOptions,
): RegexNode | undefined {
  const back = reader.offset;
  if (/[1-9]/.test(reader.peek())) {
    const number = reader.decimal();
    // While the groups are being counted, every number may be that of a group
    const isKnown = groups?.byNumber.has(number) ?? true;
    if (isKnown || number <= 9) return referenceTo(reader, start, number, groups, options);
  } else {
    const named = reader.eat('k');
    const close = reader.eat('<') ? '>' : reader.eat("'") ? "'" : '';
    if (named && (close === '' || reader.atEnd)) {
      reader.refuse('invalid', start, 'Expected the name of a group after \\k: \\k<name>.');
    }
    const key = close === '' ? '' : reader.atDigit ? reader.decimal() : reader.word();
    if (key !== '' && reader.eat(close)) return referenceTo(reader, start, key, groups, options);
  }
  reader.offset = back;
  return undefined;
}

function referenceTo(
  reader: PatternReader,
  start: number,
  key: number | string,
  groups: RegexGroups | undefined,
  { ignoreCase }: InlineOptions,
): RegexNode {
  if (groups === undefined) return { kind: 'sequence', parts: [] };
  const slot = typeof key === 'number' ? groups.byNumber.get(key) : groups.byName.get(key);
  if (slot === undefined) reader.refuse('invalid', start, `The pattern has no group ${key} to refer to.`);
  return { kind: 'reference', slot, ignoreCase };
}
