import { setImmediate } from 'node:timers/promises';
import type { BegunReading } from '../conversionNotes';

/** Maximum distance, in records, at which a moved record is found. */
export const MAX_MOVED = 10_000;

/** Records per read. */
const AT_ONCE = 256;

/**
 * The number of the record with this id that is nearest to its old place: records above may have been added or removed.
 *
 * @param records the number of records
 * @returns `undefined` if none of the records near it has the id
 */
export async function recordNear(
  { extract, rows }: Pick<BegunReading, 'extract' | 'rows'>,
  { id, near }: { readonly id: string; readonly near: number },
  records: number,
): Promise<number | undefined> {
  const at = Math.min(near, records);
  for (let distance = 0; distance < MAX_MOVED; distance += AT_ONCE) {
    const ranges = [
      [at + distance, Math.min(records, at + distance + AT_ONCE - 1)],
      [Math.max(1, at - distance - AT_ONCE), at - distance - 1],
    ] as const;
    const wanted = ranges.filter(([from, to]) => from <= to);
    if (wanted.length === 0) return undefined;
    const found: number[] = [];
    for (const [from, to] of wanted)
      for (const row of await extract.rows(from, to))
        if (row.problem === undefined && rows.sortText(row, 'id') === id) found.push(row.record.number);
    if (found.length > 0) return found.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
    await setImmediate();
  }
  return undefined;
}
