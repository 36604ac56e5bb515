import type { UnitRange } from './unitSet';

/**
 * The unit that represents all units that differ from it only in case. .NET compares the lower case of single
 * characters, so that a Kelvin sign is a `k`, and a final sigma is not a sigma; the dotted I is unchanged, as in the
 * invariant culture.
 */
export function foldUnit(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** For each unit that has other cases, all its variants, including itself. Built when a pattern first ignores case. */
let caseVariants: ReadonlyMap<number, readonly number[]> | undefined;

function findVariants(): ReadonlyMap<number, readonly number[]> {
  const byFold = new Map<number, number[]>();
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = foldUnit(unit);
    if (folded === unit) continue;
    const units = byFold.get(folded);
    if (units === undefined) byFold.set(folded, [folded, unit]);
    else units.push(unit);
  }
  return new Map([...byFold.values()].flatMap((units) => units.map((unit): [number, number[]] => [unit, units])));
}

/** The unit, and those that differ from it only in case. */
export function unitsOfAnyCase(unit: number): readonly number[] {
  caseVariants ??= findVariants();
  return caseVariants.get(unit) ?? [unit];
}

/** The ranges, and what differs only in case from a unit in them. */
export function rangesOfAnyCase(ranges: readonly UnitRange[]): UnitRange[] {
  caseVariants ??= findVariants();
  const more: UnitRange[] = [];
  for (const range of ranges) for (const unit of others(caseVariants, range)) more.push([unit, unit]);
  return [...ranges, ...more];
}

/** A narrow range is checked unit by unit, a wide one letter by letter. */
function* others(known: ReadonlyMap<number, readonly number[]>, [first, last]: UnitRange): Generator<number> {
  if (last - first < known.size) for (let unit = first; unit <= last; unit++) yield* known.get(unit) ?? [];
  else for (const [unit, units] of known) if (first <= unit && unit <= last) yield* units;
}
