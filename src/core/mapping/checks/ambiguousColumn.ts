import { problemKind, problemOf } from '../../problems/problemKind';
import { columnsByFold, foldColumn } from '../model/columnNames';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.ambiguous-column',
  severity: 'warning',
  title: 'Column that is easily mistaken',
  explanation:
    'The extract has several columns whose names differ from this one by case, blanks, dots, hyphens or underscores only, so that the wrong one may have been taken.',
  remedy: 'Make sure which of the columns is meant; better, rename one of them in the export.',
  authority: 'the extract',
  example: {
    wrong: 'title = [Job_Title]  # the extract has "Job Title" and "Job_Title"',
    right: 'title = [Job Title]  # the other column is "Former Title" now',
  },
});

/**
 * Columns that have a near double in the extract. Data: `column`, the name as it stands; `replacements`, texts of which one is to be put
 * in its place if it was not meant.
 */
export const ambiguousColumn: MappingCheck = {
  kinds: [kind],
  *ofMapping({ columnUses, knowledge: { columns } }) {
    if (columns === undefined) return;
    const byFold = columnsByFold(columns);
    if (byFold.size === columns.length) return;
    for (const { column, span } of columnUses) {
      const alike = byFold.get(foldColumn(column)) ?? [];
      if (alike.length < 2 || !alike.includes(column)) continue;
      const others = alike.filter((name) => name !== column).map((name) => `[${name}]`);
      const message = `[${column}] is easily mistaken: the extract also has ${others.join(' and ')}.`;
      yield problemOf(kind, span, message, { column, replacements: others });
    }
  },
};
