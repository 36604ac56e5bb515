import type { Span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import type { Markdown } from '../../shared/markdown';
import { code, words, paragraphs, quotedCode } from '../../shared/markdown';
import { columnFigures, frequentValues } from './columnFigures';
import type { Description } from './description';
import { lineLink } from './lineLink';

/**
 * Describes a column: its fill rate, its number of values, the longest and the most frequent ones, and the current
 * record's.
 */
export function describeColumn(document: MappingDocument, column: string, span: Span): Description | undefined {
  if (column === '') return undefined;
  const { columns, extract } = document.knowledge;
  const profile = extract?.profile?.columns.find((candidate) => candidate.column === column);
  const title = words`**${code(`[${column}]`, 100)}** column${extract === undefined ? words`` : words` of ${code(extract.name, 100)}`}`;
  if (columns?.includes(column) === false)
    return { markdown: paragraphs(title, words`This column is not in the extract.`), span };
  const markdown = paragraphs(
    title,
    currentCell(document, column),
    profile && extract?.profile && columnFigures(profile, extract.profile),
    profile && frequentValues(profile),
    extract === undefined && words`Choose an extract to see the values of this column.`,
  );
  return { markdown, span };
}

function currentCell(document: MappingDocument, column: string): Markdown | undefined {
  const { columns, extract } = document.knowledge;
  const record = extract?.record;
  const place = columns?.lastIndexOf(column) ?? -1;
  if (record === undefined || place < 0) return undefined;
  const cell = record.cells[place] ?? '';
  return words`In ${lineLink(document, record.line, [column])}: ${cell === '' ? words`*empty*` : quotedCode(cell, 200)}`;
}
