import { damageMessage, damageProblem, watchedDamage } from '../../core/convert/damage/damagedColumns';
import type { ExtractHeader, ExtractRecord } from '../../core/csv/extractEvent';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { columnsOf } from '../../core/mapping/model/columns';
import type { Problem } from '../../core/problems/problem';
import { problemOf } from '../../core/problems/problemKind';
import type { DamageKind } from '../../core/profile/cellDamage';
import { damageOf } from '../../core/profile/cellDamage';
import { firstLine } from '../../core/text/firstLine';
import type { Span } from '../../core/text/span';

interface WatchedColumn {
  readonly column: string;
  readonly index: number;
  readonly kinds: ReadonlySet<DamageKind>;
  /** The first rule that reads it. */
  readonly rule: Span;
}

/** Finds every cell that is visibly damaged; a conversion reports only the first one of a column. */
export class DamagedCells {
  readonly #watched: readonly WatchedColumn[];

  constructor({ model, parsed }: LoadedMapping, { columns }: Pick<ExtractHeader, 'columns'>) {
    this.#watched = [...watchedDamage(model)].flatMap(([column, kinds]) => {
      const index = columns.indexOf(column);
      const reading = model.rules.find(({ expression }) => columnsOf(expression).some((use) => use.column === column));
      return index < 0 ? [] : [{ column, index, kinds, rule: reading?.rule.span ?? firstLine(parsed.text) }];
    });
  }

  *of({ cells, number, line }: ExtractRecord): Generator<{ readonly column: string; readonly problem: Problem }> {
    for (const { column, index, kinds, rule } of this.#watched)
      for (const kind of damageOf(cells[index] ?? '')) {
        if (!kinds.has(kind)) continue;
        const said = damageMessage({ kind, count: 1, record: number, line });
        // Damage that makes an id an error is only a warning here
        yield { column, problem: { ...problemOf(damageProblem(kind), rule, said), severity: 'warning' } };
      }
  }
}
