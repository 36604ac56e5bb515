import { problemKind, problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import { columnsByFold, foldColumn } from '../model/columnNames';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.unknown-column',
  severity: 'error',
  title: 'Unknown column',
  explanation:
    'The extract at hand has no column of that name. Names match exactly: case and inner blanks count. Without an extract at hand nothing is reported.',
  remedy: 'Take the name that is offered, or look at another extract.',
  authority: 'the extract',
  example: { wrong: 'title = [jobtitle]  # the extract has "Job Title"', right: 'title = [Job Title]' },
});

/** An extract that lacks more columns than this is another one: names further off are not looked for. */
const SEARCHED = 10;

/**
 * Columns that the extract at hand does not have. Without one at hand nothing is reported. Data: `column`, the name as it
 * stands; `replacements`, texts of which one is to be put in its place, and `replacement`, where there is one only.
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
      yield problemOf(kind, span, `The extract has no column [${column}].${offer}`, {
        column,
        ...(replacement === undefined ? {} : { replacements }),
        ...(replacement === undefined || others.length > 0 ? {} : { replacement }),
      });
    }
  },
};

/** Finds the columns that a name probably means: those that are equal but for case and blanks, else the nearest. */
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
