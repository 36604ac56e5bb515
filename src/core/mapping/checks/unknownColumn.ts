import { problemKind, problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import { columnsByFold, foldColumn } from '../model/columnNames';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.unknown-column',
  severity: 'error',
  title: 'Unknown column',
  explanation:
    'The extract does not have a column of that name. Names match exactly, including case and inner spaces. Without an extract nothing is reported.',
  remedy: 'Use the suggested name, or choose another extract.',
  authority: 'the extract',
  example: { wrong: 'title = [jobtitle]  # the extract has "Job Title"', right: 'title = [Job Title]' },
});

/**
 * Maximum number of unknown columns for which the most similar column is searched. An extract that lacks more of them
 * probably belongs to another mapping.
 */
const SEARCHED = 10;

/**
 * Columns that are not in the extract. Without an extract nothing is reported. Data: `column`, the name as written;
 * `replacements`, the alternative texts, and `replacement` if there is only one.
 */
export const unknownColumn: MappingCheck = {
  kinds: [kind],
  *ofMapping({ columnUses, knowledge: { columns } }) {
    if (columns === undefined) return;
    const known = new Set(columns);
    const meant = columnsMeant(columns);
    for (const { column, span } of columnUses) {
      if (known.has(column)) continue;
      const replacements = meant(column).map((name) => `[${name}]`);
      const [replacement, ...others] = replacements;
      const offer = replacement === undefined ? '' : ` Did you mean ${replacements.join(' or ')}?`;
      yield problemOf(kind, span, `Unknown column [${column}]: it is not in the extract.${offer}`, {
        column,
        ...(replacement === undefined ? {} : { replacements }),
        ...(replacement === undefined || others.length > 0 ? {} : { replacement }),
      });
    }
  },
};

/**
 * Finds the columns that a name probably means: those that differ only in case and spaces, otherwise the most similar
 * ones.
 */
function columnsMeant(columns: readonly string[]): (name: string) => readonly string[] {
  const byFold = columnsByFold(columns);
  const found = new Map<string, readonly string[]>();
  return (name) => {
    const before = found.get(name);
    if (before !== undefined) return before;
    const near = found.size < SEARCHED ? nearest(name, columns) : undefined;
    const meant = byFold.get(foldColumn(name)) ?? (near === undefined ? [] : [near]);
    found.set(name, meant);
    return meant;
  };
}
