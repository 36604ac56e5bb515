import { fromBytes } from '../../core/bytes/fromBytes';
import type { RequestBody } from '../../core/convert/recordConverter';
import type { IndexedRow } from '../../extract/index/indexedRow';
import type { RequestText, ShownRequest } from '../../preview/requests/shownRequest';
import type { BegunReading } from '../conversionNotes';
import type { PlannedRequest, RequestTable } from './requestTable';

/** Places of requests, from 0. */
interface Places {
  readonly from: number;
  readonly count: number;
}

const LINE_END = 0x0a;

/** Requests by their places, with the ids and lines of their first and last records. */
export async function shownRequests(
  { extract, rows }: BegunReading,
  table: RequestTable,
  places: Places,
): Promise<readonly ShownRequest[]> {
  const requests = requestsAt(table, places);
  const read = await extract.rowsAt([...new Set(requests.flatMap(({ first, last }) => [first, last]))]);
  const known = new Map(rows.list(read).map(({ record, line, id }) => [record, { line, id }]));
  const at = (record: number) => known.get(record) ?? { line: 0, id: '' };
  return requests.map(({ number, operations, bytes, first, last }) => ({
    number,
    operations,
    bytes,
    lines: [at(first).line, at(last).line],
    ids: [at(first).id, at(last).id],
  }));
}

/** The body of a request, made again from the extract, with the places of its operations. */
export async function requestText(
  begun: BegunReading,
  table: RequestTable,
  number: number,
): Promise<RequestText | undefined> {
  const request = table.at(number);
  if (request === undefined) return undefined;
  const records = table.recordsIn(request);
  const body = bodyOf(begun, request, await begun.extract.rowsAt(records));
  let at = body.start;
  const operations = body.operations.map(({ record, text }) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { record, span };
  });
  return { number, text: fromBytes(body.bytes, 0, body.bytes.length), operations };
}

/** The bodies of requests, made again from the extract, each followed by a line end. */
export async function requestBodies(begun: BegunReading, table: RequestTable, places: Places): Promise<Uint8Array> {
  const requests = requestsAt(table, places);
  const records = requests.map((request) => table.recordsIn(request));
  const rows = new Map((await begun.extract.rowsAt(records.flat())).map((row) => [row.record.number, row]));
  const all = new Uint8Array(requests.reduce((sum, { bytes }) => sum + bytes + 1, 0));
  let at = 0;
  for (const [place, request] of requests.entries()) {
    const own = (records[place] ?? []).flatMap((record) => rows.get(record) ?? []);
    const { bytes } = bodyOf(begun, request, own);
    all.set(bytes, at);
    at += bytes.length;
    all[at++] = LINE_END;
  }
  return all;
}

function requestsAt(table: RequestTable, { from, count }: Places): readonly PlannedRequest[] {
  const numbers = Array.from(
    { length: Math.max(0, Math.min(count, table.count - from)) },
    (_, place) => from + place + 1,
  );
  return numbers.flatMap((number) => table.at(number) ?? []);
}

/** It must have as many bytes as when the extract was read: the rows are of the same file, or reading them has failed. */
function bodyOf({ rows }: BegunReading, request: PlannedRequest, read: readonly IndexedRow[]): RequestBody {
  const body = rows.request?.(read);
  if (body?.bytes.length !== request.bytes)
    throw new Error(`request ${request.number} has ${body?.bytes.length ?? 0} bytes, not ${request.bytes}`);
  return body;
}
