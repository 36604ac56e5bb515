import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Shape, Source } from './mapping';
import { BULK_REQUEST, SCHEMAS, SHAPE } from './mapping';

type Cells = Readonly<Record<string, string>>;

/**
 * The program that one writes in an afternoon: csv-parse gives an object a record, the mapping is walked for each of them,
 * `JSON.stringify` writes requests of 50 to standard output. It checks nothing.
 */
export async function obvious(extract: string): Promise<void> {
  let operations: unknown[] = [];
  let number = 0;
  const write = async (): Promise<void> => {
    const request = { schemas: [BULK_REQUEST], Operations: operations, failOnErrors: null };
    operations = [];
    if (!process.stdout.write(`${JSON.stringify(request)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  };
  const records = createReadStream(extract).pipe(parse({ columns: true })) as AsyncIterable<Cells>;
  for await (const record of records) {
    number++;
    if (record.WorkerType === 'Intern') continue;
    const data = { schemas: SCHEMAS, ...(shaped(SHAPE, record) as object) };
    operations.push({ method: 'POST', bulkId: `record-${String(number)}`, path: '/Users', data });
    if (operations.length === 50) await write();
  }
  if (operations.length > 0) await write();
}

function shaped(shape: Shape, record: Cells): unknown {
  const made: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(shape)) {
    const value = Array.isArray(part)
      ? (part as readonly Shape[]).map((item) => shaped(item, record))
      : isSource(part as Shape | Source)
        ? valueOf(part as Source, record)
        : shaped(part as Shape, record);
    if (value !== undefined) made[name] = value;
  }
  return Object.keys(made).length === 0 ? undefined : made;
}

function isSource(part: Shape | Source): part is Source {
  return Object.values(part).some((value) => typeof value === 'string');
}

function valueOf(source: Source, record: Cells): unknown {
  if ('constant' in source) return source.constant;
  const cell = record[source.column] ?? '';
  if (cell === '') return 'orNull' in source ? null : undefined;
  if ('table' in source) return source.table[cell];
  if ('lower' in source) return cell.toLowerCase() + source.suffix;
  if ('without' in source) return cell.replaceAll(source.without, '');
  if ('date' in source) return new Date(`${cell}${source.suffix}`).toISOString().replace('.000Z', 'Z');
  return cell;
}
