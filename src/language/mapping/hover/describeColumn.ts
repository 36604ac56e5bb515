import type { ColumnProfile, ExtractProfile } from '../../../core/profile/extractProfile';
import type { Span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import type { Markdown } from '../../shared/markdown';
import { counting, bulletList, code, words, ours, paragraphs, quotedCode, table } from '../../shared/markdown';
import type { Description } from './description';
import { lineLink } from './lineLink';

/** Values that are shown, the most frequent ones. */
const EXAMPLES = 5;

/**
 * A column: its fill rate, its number of values, the longest and the most frequent ones, and the current record's.
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
    profile && extract?.profile && figures(profile, extract.profile),
    profile && frequent(profile),
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

function figures(column: ColumnProfile, { records, isComplete }: ExtractProfile): Markdown {
  const { filled, distinct, isDistinctExact, longest } = column;
  const among = isComplete ? counting(records, words`record`) : words`the first ${counting(records, words`record`)}`;
  const different = words`${isDistinctExact ? words`` : words`at least `}${distinct} different ${distinct === 1 && isDistinctExact ? words`value` : words`values`}`;
  return bulletList([
    words`filled in ${filled} of ${among} (${ours(share(filled, records))})`,
    ...(filled === 0 ? [] : [different]),
    ...(longest === undefined
      ? []
      : [
          words`longest: ${counting(longest.value.length, words`character`)}, in line ${longest.line}: ${quotedCode(longest.value)}`,
        ]),
  ]);
}

/** A share is shown as 100 % only if it is all, and as 0 % only if it is nothing. */
function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'below 0.1 %' : percent > 99.9 ? 'over 99.9 %' : `${percent.toFixed(1).replace(/\.0$/, '')} %`;
}

function frequent({ values, distinct }: ColumnProfile): Markdown | undefined {
  if (values.length === 0) return undefined;
  const rows = values.slice(0, EXAMPLES).map(({ value, count }) => [quotedCode(value), words`${count}`]);
  return table([distinct > EXAMPLES ? words`most frequent` : words`value`, words`records`], rows);
}
