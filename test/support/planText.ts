import type { CompiledMapping, MappedRecord } from '../../src/core/convert/compileMapping';
import { compileMapping } from '../../src/core/convert/compileMapping';
import { isUsable, loadMapping } from '../../src/core/mapping/loadMapping';
import type { Plan } from '../../src/core/run/plan';
import { PlanBuilder } from '../../src/core/run/planBuilder';
import type { ByteMapping } from '../../src/core/convert/bytes/compileByteMapping';
import { compileByteMapping } from '../../src/core/convert/bytes/compileByteMapping';
import type { WriterOptions } from '../../src/core/convert/requestWriter';
import { RequestWriter } from '../../src/core/convert/requestWriter';
import { hashBody } from '../../src/extract/hashBody';
import { codeOf } from './codeOf';

/** Excludes people whose `Kind` is `excluded`, refuses those whose `Active` is neither true nor false. */
export const PLAN_MAPPING = `where [Kind] <> "excluded"
externalId = [Id]
userName = [Id]
displayName = [Name]
active = [Active]
`;

export const PLAN_COLUMNS = ['Id', 'Name', 'Active', 'Kind'];

/** A mapping made ready for columns; it must have no errors. */
export function compiled(text = PLAN_MAPPING, columns: readonly string[] = PLAN_COLUMNS): CompiledMapping {
  const loaded = loadMapping(text);
  if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const compilation = compileMapping(loaded, columns);
  if ('problems' in compilation) throw new Error(compilation.problems.map(({ message }) => message).join('\n'));
  return compilation.mapping;
}

/** What a row of the extract becomes with {@link PLAN_MAPPING}; `unreadable` is refused by the reader itself. */
export type RowKind = 'sent' | 'excluded' | 'refused' | 'unreadable';

/** The record of that number; its line is the one after, for the header has the first. */
export function record(number: number, kind: RowKind = 'sent', id = `p${number}`): MappedRecord {
  const cells = [id, `Person ${number}`, kind === 'refused' ? 'perhaps' : 'true', kind];
  return { number, line: number + 1, cells: kind === 'unreadable' ? [] : cells };
}

/** Made once: tests plan by the thousand. */
let compiledOnce: CompiledMapping | undefined;
let byteMapping: ByteMapping | undefined;

/** The plan for records of these kinds, in batches of that many operations. */
export function planOf(kinds: readonly RowKind[], operations = 50): Plan {
  const builder = new PlanBuilder((compiledOnce ??= compiled()), hashBody);
  const writer = planWriter(operations);
  for (const [index, kind] of kinds.entries()) addTo(writer, record(index + 1, kind), kind);
  writer.end();
  for (const event of writer.takeEvents()) builder.add(event);
  builder.addRequests(writer.takeRequests());
  return builder.finish(writer.counts);
}

/** A writer of requests by {@link PLAN_MAPPING}. */
export function planWriter(operations?: number, more: WriterOptions = {}): RequestWriter {
  compiledOnce ??= compiled();
  byteMapping ??= compileByteMapping(compiledOnce, loadMapping(PLAN_MAPPING).model, PLAN_COLUMNS);
  const size = operations === undefined ? {} : { operations };
  return new RequestWriter(byteMapping, { excludedCells: true, ...size, ...more });
}

/** Has a record converted, or refused as the reader of an extract would. */
export function addTo(writer: RequestWriter, each: MappedRecord, kind: RowKind): void {
  if (kind !== 'unreadable') writer.addRecord(each);
  else
    writer.refuse(each, [{ code: codeOf('csv.cells'), severity: 'row', message: 'Too few cells.', line: each.line }]);
}
