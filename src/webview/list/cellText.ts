import { OUTCOME_LABELS } from '../../core/provisioning/prediction/outcomes';
import { formatCount } from '../../core/text/formatCount';
import type { PreviewRow } from '../../preview/previewState';
import type { LookOf } from '../recordLook';
import type { ColumnKey } from './columns';

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
      return row.predicted && OUTCOME_LABELS[row.predicted];
    default:
      return typeof key === 'number' ? row.cells?.[key] : '';
  }
}
