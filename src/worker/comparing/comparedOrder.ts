import type { ComparedPeople } from '../../core/baseline/comparedPeople';
import { PersonKind } from '../../core/baseline/comparedPeople';
import type { ComparedKind } from '../../preview/comparison/comparedPeople';
import { COMPARED_KINDS } from '../../preview/comparison/comparedPeople';

/** By {@link PersonKind}. */
const KINDS: readonly (ComparedKind | undefined)[] = [
  undefined, 'joiner', 'changed', 'disabled', 'again', 'repeated', 'unchanged', 'left-out',
]; // prettier-ignore

/**
 * Everybody in a comparison, by kind and then in the order of their extract: 4 bytes each. A person's number is that of the record, or,
 * for leavers, of the row in the other extract, counted after all records.
 */
export class ComparedOrder {
  readonly #compared: ComparedPeople;
  readonly #order: Uint32Array;
  readonly #starts: ReadonlyMap<ComparedKind, number>;
  readonly #ends: ReadonlyMap<ComparedKind, number>;

  /** @param listsLeavers whether more than the number of leavers is known */
  constructor(compared: ComparedPeople, listsLeavers: boolean) {
    this.#compared = compared;
    const counts = countsOf(compared, listsLeavers);
    const starts = new Map<ComparedKind, number>();
    let all = 0;
    for (const kind of COMPARED_KINDS) {
      starts.set(kind, all);
      all += counts.get(kind) ?? 0;
    }
    this.#order = new Uint32Array(all);
    const next = new Map(starts);
    const put = (kind: ComparedKind, number: number) => {
      const at = next.get(kind) ?? 0;
      this.#order[at] = number;
      next.set(kind, at + 1);
    };
    for (let index = 0; index < compared.kinds.length; index++) {
      const kind = KINDS[compared.kinds[index] ?? PersonKind.none];
      if (kind !== undefined) put(kind, index + 1);
    }
    if (listsLeavers) for (const row of compared.leavers) put('leaver', compared.kinds.length + row + 1);
    this.#starts = starts;
    this.#ends = next;
  }

  /** Everybody, or those of one kind. */
  of(kind?: ComparedKind): Uint32Array {
    if (kind === undefined) return this.#order;
    return this.#order.subarray(this.#starts.get(kind), this.#ends.get(kind));
  }

  kindOf(number: number): ComparedKind {
    return KINDS[this.#compared.kinds[number - 1] ?? PersonKind.none] ?? 'leaver';
  }

  /** The row of a leaver in the other extract; `undefined` for everybody else. */
  leaverRow(number: number): number | undefined {
    const { length } = this.#compared.kinds;
    return number > length ? number - length - 1 : undefined;
  }
}

/** The number of people of each kind; of leavers only if they can be listed. */
export function countsOf(
  { kinds, leavers }: Pick<ComparedPeople, 'kinds' | 'leavers'>,
  withLeavers = true,
): ReadonlyMap<ComparedKind, number> {
  const counts = new Uint32Array(KINDS.length);
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  const found = new Map<ComparedKind, number>();
  for (const [code, kind] of KINDS.entries()) if (kind !== undefined) found.set(kind, counts[code] ?? 0);
  if (withLeavers) found.set('leaver', leavers.length);
  return found;
}

/** The number of people who differ in each attribute, in the order of the attributes; repeated ids are not counted as people. */
export function changesByAttribute({
  attributes,
  kinds,
  changes,
  changeWords,
}: ComparedPeople): readonly (readonly [path: string, count: number])[] {
  const counts = new Float64Array(attributes.length);
  for (let index = 0; index < kinds.length; index++) {
    if (kinds[index] === PersonKind.repeated) continue;
    for (let word = 0; word < changeWords; word++) {
      let bits = changes[index * changeWords + word] ?? 0;
      for (; bits !== 0; bits &= bits - 1) {
        const attribute = word * 32 + 31 - Math.clz32(bits & -bits);
        counts[attribute] = (counts[attribute] ?? 0) + 1;
      }
    }
  }
  return attributes.flatMap((path, index) => ((counts[index] ?? 0) > 0 ? [[path, counts[index] ?? 0] as const] : []));
}
