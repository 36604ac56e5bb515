import { problemKind, problemOf } from '../../problems/problemKind';
import { columnsByFold, foldColumn } from '../model/columnNames';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.ambiguous-column',
  severity: 'warning',
  title: 'Column with a similar name',
  explanation:
    'The extract has other columns whose names differ from this one only in case, spaces, dots, hyphens or underscores. The rule may read the wrong one.',
  remedy: 'Check that the rule reads the intended column; better, rename one of them in the export.',
  authority: 'the extract',
  example: {
    wrong: 'title = [Job_Title]  # the extract has "Job Title" and "Job_Title"',
    right: 'title = [Job Title]  # the other column is now "Former Title"',
  },
});

/**
 * Columns with a similarly named column in the extract. Data: `column`, the name as written; `replacements`, the
 * alternative texts.
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
      const message = `[${column}] has a similar name to another column: the extract also has ${others.join(' and ')}.`;
      yield problemOf(kind, span, message, { column, replacements: others });
    }
  },
};
