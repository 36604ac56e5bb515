import type { ExtractRecord } from '../../csv/extractEvent';
import type { RecordProblem } from '../../problems/problem';
import type { DamageKind } from '../../profile/cellDamage';
import { damageOf, damageOfProse } from '../../profile/cellDamage';
import { DamageTally } from '../../profile/damageTally';
import { damageProblems } from './damagedColumns';

/** What is wrong regardless of a mapping. The errors of a spreadsheet may be values of the setting `empty`. */
const ALWAYS_WRONG: ReadonlySet<DamageKind> = new Set<DamageKind>([
  'control',
  'bidi',
  'hidden',
  'invisible',
  'replacementChar',
  'mojibake',
]);

/**
 * Counts the damage in all columns of an extract whose mapping is not known, record by record; memory does not grow
 * with them. The first column is taken for identifiers: no-break spaces and blanks at the ends count there alone.
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

  /** One warning for each column and kind, at the first cell that shows it. */
  get problems(): readonly RecordProblem[] {
    return this.#columns.flatMap(({ column, tally }) => damageProblems(column, ALWAYS_WRONG, tally));
  }
}
