import type { ExtractRecord } from '../../csv/extractEvent';
import type { RecordProblem } from '../../problems/problem';
import type { DamageKind } from '../../profile/cellDamage';
import { damageOf, damageOfProse } from '../../profile/cellDamage';
import { DamageTally } from '../../profile/damageTally';
import { damageProblems } from './damagedColumns';

/** Damage that does not depend on a mapping. Spreadsheet errors are left out, because `empty` may list them. */
const ALWAYS_WRONG: ReadonlySet<DamageKind> = new Set<DamageKind>([
  'control',
  'bidi',
  'hidden',
  'invisible',
  'replacementChar',
  'mojibake',
]);

/**
 * Counts the damage in all columns of an extract whose mapping is unknown, record by record, in constant memory. The
 * first column is assumed to hold identifiers: only there are no-break spaces and leading or trailing blanks damage.
 */
export class UnmappedDamage {
  readonly #columns: readonly { readonly column: string; readonly tally: DamageTally }[];

  /** @param header the columns of the extract */
  constructor(header: readonly string[]) {
    this.#columns = header.map((column) => ({ column, tally: new DamageTally() }));
  }

  add({ cells, number, line }: ExtractRecord): void {
    for (const [index, cell] of cells.entries()) {
      const kinds = index === 0 ? damageOf(cell) : damageOfProse(cell);
      if (kinds.length > 0) this.#columns[index]?.tally.count(kinds, number, line);
    }
  }

  /** One warning per column and kind of damage, at the first affected cell. */
  get problems(): readonly RecordProblem[] {
    return this.#columns.flatMap(({ column, tally }) => damageProblems(column, ALWAYS_WRONG, tally));
  }
}
