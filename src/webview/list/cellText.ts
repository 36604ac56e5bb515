import { OUTCOME_LABELS } from '../../core/provisioning/prediction/outcomes';
import { formatCount } from '../../core/text/formatCount';
import type { PreviewRow, ShownState } from '../../preview/previewState';
import type { StateLook } from '../stateLook';
import type { ColumnKey } from './columns';

/** How the list shows a state; `undefined` for one that is not shown. */
export type LookOf = (state: ShownState) => StateLook | undefined;

/** What a row shows in a column; `undefined` for a cell that it does not have, or that has not arrived yet. */
export function cellText(row: PreviewRow, key: ColumnKey, lookOf: LookOf): string | undefined {
  switch (key) {
    case 'line':
      return formatCount(row.line);
    case 'id':
      return row.id;
    case 'name':
      return row.name;
    case 'state':
      return lookOf(row.state)?.word ?? '';
    case 'change':
      return row.predicted === undefined ? '' : OUTCOME_LABELS[row.predicted];
    default:
      return typeof key === 'number' ? row.cells?.[key] : '';
  }
}
