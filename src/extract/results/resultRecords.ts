import { namedPositions } from '../../core/csv/header/columnFit';
import type { SentLayout, SentRow } from './sentRows';
import { sentRows } from './sentRows';

/**
 * The records of an extract as a JSON array, one record per line: the result of `objectAt`, then its cells unchanged, by column in
 * `values`; a row that does not fit the header has all of them in `cells`. Memory does not grow with the extract.
 */
export async function* resultRecords(
  bytes: AsyncIterable<Uint8Array>,
  layout: SentLayout,
  objectAt: (index: number) => object,
): AsyncGenerator<string, void, undefined> {
  let isFirst = true;
  for await (const rows of sentRows(bytes, layout)) {
    let text = '';
    for (const row of rows) {
      if (row.kind !== 'record') continue;
      text += `${isFirst ? '[' : ','}\n${JSON.stringify({ ...objectAt(row.index), ...valuesOf(row, layout) })}`;
      isFirst = false;
    }
    if (text !== '') yield text;
  }
  yield isFirst ? '[]\n' : '\n]\n';
}

function valuesOf({ cells }: SentRow, { header }: SentLayout): object {
  const positions = namedPositions(header);
  const others = cells.filter((_, position) => !positions.includes(position));
  const isRegular = cells.length > (positions.at(-1) ?? 0) && others.every((cell) => cell.trim() === '');
  if (!isRegular) return { cells };
  // Not by assignment, because a column may have the name __proto__
  const entries = positions.map((position, index) => [header.columns[index] ?? '', cells[position] ?? ''] as const);
  return { values: Object.fromEntries<string>(entries) };
}
