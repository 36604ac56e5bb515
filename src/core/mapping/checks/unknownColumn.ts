import { nearest } from '../../text/nearest';
import { allColumnUses } from '../columns';
import type { MappingCheck } from '../mappingCheck';

/** Columns that the extract at hand does not have. Without one at hand nothing is reported. */
export const unknownColumn: MappingCheck = function* ({ parsed, model, knowledge: { columns } }) {
  if (columns === undefined) return;
  const known = new Set(columns);
  for (const { column, span } of allColumnUses(parsed.tree, model)) {
    if (known.has(column)) continue;
    const meant = nearest(column, columns);
    const offer = meant === undefined ? '' : ` Did you mean [${meant}]?`;
    yield {
      code: 'mapping.unknown-column',
      severity: 'error',
      message: `The extract has no column [${column}].${offer}`,
      span,
      ...(meant === undefined ? {} : { data: { replacement: meant } }),
    };
  }
};
