import { problemKind, problemOf } from '../../problems/problemKind';
import { firstLine } from '../../text/firstLine';
import type { Span } from '../../text/span';
import type { CheckedMapping, MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.unused-column',
  severity: 'information',
  title: 'Unused columns',
  explanation:
    'The extract has columns that the mapping never uses. That is often intended; sometimes a rule was forgotten.',
  remedy: 'Add rules for the columns that Entra should receive, or request an export without the others.',
  authority: 'the extract',
  example: {
    wrong: 'externalId = [WorkerID]  # the extract has "WorkerID", "Department"',
    right:
      'externalId = [WorkerID]\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [Department]',
  },
});

const NAMED = 10;

/**
 * Columns of the extract that the mapping does not use, reported once at the setting `files`. Data: all these
 * `columns`.
 */
export const unusedColumn: MappingCheck = {
  kinds: [kind],
  *ofMapping(mapping) {
    const { model, columnUses, knowledge } = mapping;
    if (knowledge.columns === undefined || model.rules.length === 0) return;
    const used = new Set(columnUses.map(({ column }) => column));
    const columns = knowledge.columns.filter((column) => !used.has(column));
    if (columns.length === 0) return;
    const counted = `The mapping does not use ${columns.length} of ${knowledge.columns.length} columns`;
    const named = `${counted}: ${namesOf(columns)}.`;
    const place = placeOfFiles(mapping);
    if (columns.length < knowledge.columns.length) yield problemOf(kind, place, named, { columns });
    // Without a header, these names are a person's cells
    else yield { ...problemOf(kind, place, `${counted}. ${NO_HEADER}`, { columns }), withValues: named };
  },
};

const NO_HEADER = 'Check that the extract has a header and that the mapping belongs to it.';

function namesOf(columns: readonly string[]): string {
  const names = columns.slice(0, NAMED).map((column) => `[${column}]`);
  const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
  return names.join(', ') + more;
}

function placeOfFiles({ parsed: { tree, text } }: CheckedMapping): Span {
  for (const statement of tree.statements) {
    if (statement.kind !== 'source') continue;
    return statement.settings.find(({ name }) => name.text === 'files')?.span ?? statement.keyword;
  }
  return firstLine(text);
}
