import { ByteWriter } from '../../bytes/byteWriter';
import { CellMark } from '../../csv/byteTokenizer';
import { columnsOf } from '../../mapping/model/columns';
import { recordProblemOf } from '../../problems/problemKind';
import { applyRules, MAX_RESOURCE } from '../applyRules';
import type { CompiledMapping, MappedRecord, RecordOutcome } from '../compileMapping';
import { recordProblems } from '../recordProblems';
import type { ColumnLookup } from '../compileRule';
import type { MappingModel } from '../../mapping/model/model';
import { layOutResource } from '../resourceLayout';
import type { Range } from './byteResource';
import { ByteResource } from './byteResource';
import type { ByteRow } from './byteRow';
import { compileByteRule, isRepeatable, usesPattern } from './byteRule';
import { CellMemo } from './cellMemo';
import { Written } from './written';

/** A mapping that writes a record's resource as bytes; anything unusual is decided by its rules on text. */
export interface ByteMapping {
  /**
   * Writes the resource at `out.at`. Returns `undefined` for a plain operation. Otherwise returns the outcome of the
   * mapping's rules: nothing is written for a refused or excluded record; an operation has warnings.
   */
  readonly convert: (row: ByteRow, out: ByteWriter) => RecordOutcome | undefined;
  /** The range in `out` of the last externalId as JSON; empty if the resource has none. */
  readonly id: Range;
  /** The range in `out` of the last displayName as JSON; empty if the resource has none. */
  readonly name: Range;
  /** The number of columns of a row. */
  readonly columns: number;
}

/** Makes a compiled mapping write bytes. The results are the same: `compiled` decides anything unusual. */
export function compileByteMapping(
  compiled: CompiledMapping,
  model: MappingModel,
  columns: readonly string[],
): ByteMapping {
  const places = new Map(columns.map((column, index) => [column, index]));
  const lookup: ColumnLookup = { indexOf: (column) => places.get(column), empty: new Set(model.source.empty) };
  const { rules } = compiled;
  const layout = layOutResource(rules.map(({ resolved }) => resolved.path));
  const slotOf = (attribute: string) =>
    rules.findIndex(({ resolved: { path } }) => path.urn === undefined && path.attribute === attribute);
  const resource = new ByteResource(
    layout,
    rules.map((rule, index) => compileByteRule(rule, index, lookup)),
    slotOf('externalId'),
    slotOf('displayName'),
  );
  const admit = compileAdmission(compiled, model, lookup);
  return {
    id: resource.id,
    name: resource.name,
    columns: columns.length,
    convert: (row, out) => {
      const refusal = admit(row);
      if (refusal !== undefined) return refusal;
      const start = out.at;
      const isOdd = resource.write(row, out) === Written.odd;
      if (!isOdd && !row.isDoubtful) return undefined;
      const isTooLarge = out.at - start > MAX_RESOURCE;
      if (isOdd) out.at = start;
      const outcome = reconvert(compiled, row);
      // Text never has more UTF-16 units than bytes, so the rules may accept it
      if (isTooLarge && outcome.kind === 'operation') return refuseTooLarge(row);
      if (isOdd === (outcome.kind === 'operation')) throw new Error('a record is odd either as bytes or as text only');
      return outcome;
    },
  };
}

/** The outcome of an admitted record by its rules; rules that must not be evaluated twice are not evaluated again. */
function reconvert({ rules, conclude }: CompiledMapping, row: ByteRow): RecordOutcome {
  const record = recordOf(row);
  return conclude(record, applyRules(rules, record.cells, record.number, row.noted));
}

function refuseTooLarge({ number, cut }: ByteRow): Refusal {
  const message = 'The person is larger than the limit of 1 MiB. Shorten the values with Left.';
  const problem = recordProblemOf(recordProblems.tooLarge, 'row', message, { record: number, line: cut.rowLine });
  return { kind: 'refused', problems: [problem] };
}

/** The row as a record of text that can be kept. */
export function recordOf(row: ByteRow): MappedRecord {
  return { number: row.number, line: row.cut.rowLine, cells: row.cells() };
}

type Refusal = Exclude<RecordOutcome, { kind: 'operation' }>;

const EXCLUDED: Refusal = { kind: 'excluded', reason: 'where' };
const IS_ADMITTED = 0x2b;
const IS_EXCLUDED = 0x2d;

/** Compiles the conditions; `undefined` means that the record is admitted. */
function compileAdmission(
  { admit }: CompiledMapping,
  { conditions }: MappingModel,
  lookup: ColumnLookup,
): (row: ByteRow) => Refusal | undefined {
  if (conditions.length === 0) return () => undefined;
  const names = new Set(conditions.flatMap(columnsOf).map(({ column }) => column));
  const columns = [...names].map((name) => lookup.indexOf(name) ?? -1);
  const decide = (row: ByteRow): Refusal | undefined => {
    const cells = row.cellsAt(columns);
    const admission = admit({ number: row.number, line: row.cut.rowLine, cells });
    if (admission.kind === 'refused') return { kind: 'refused', problems: [admission.problem] };
    return admission.kind === 'excluded' ? EXCLUDED : undefined;
  };
  const [only, ...others] = columns;
  const repeats = conditions.every((condition) => isRepeatable(condition) && !usesPattern(condition));
  return only === undefined || others.length > 0 || !repeats ? decide : caching(decide, only);
}

/** Compiles conditions over one column, whose answers are cached by cell. */
function caching(decide: (row: ByteRow) => Refusal | undefined, column: number): (row: ByteRow) => Refusal | undefined {
  const memo = new CellMemo();
  const answer = new ByteWriter(1);
  return (row) => {
    const start = row.cut.starts[column] ?? 0;
    const end = row.cut.ends[column] ?? 0;
    if (((row.cut.marks[column] ?? 0) & CellMark.doubled) !== 0) return decide(row);
    answer.at = 0;
    if (memo.recall(row.view, start, end, answer)) return answer.bytes[0] === IS_ADMITTED ? undefined : EXCLUDED;
    const refusal = decide(row);
    // A problem contains its record's number, so it is not cached
    if (refusal?.kind === 'refused') return refusal;
    answer.appendByte(refusal === undefined ? IS_ADMITTED : IS_EXCLUDED);
    memo.keep(row.view, start, end, answer, 0);
    return refusal;
  };
}
