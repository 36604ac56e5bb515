import type { CompiledMapping } from '../convert/compileMapping';
import type { ConversionCounts, RecordEvent } from '../convert/recordEvent';
import { textAt } from '../convert/operation';
import { OperationFact } from '../convert/operationTable';
import type { Requests } from '../convert/requestWriter';
import { ListedBuilder } from '../problems/listed';
import type { RecordProblem } from '../problems/problem';
import { detached } from '../text/detached';
import { cutTo } from '../bytes/cutTo';
import type { Plan, PlannedBatch } from './plan';
import { FateCode } from './plan';
import type { JsonRange } from './recordTexts';
import { jsonRange, RecordTextsBuilder } from './recordTexts';
import { RefusalsBuilder } from './refusals';
import { textOf } from './textOf';

/** Computes the SHA-256 of a body (a string as UTF-8) in hexadecimal. Injected, because the language has no SHA-256. */
export type HashBody = (body: Uint8Array | string) => string;

const BLANK_ID = jsonRange('');

/** A request that is sent before all others. */
export interface PilotRequest {
  readonly body: string;
  /** Its people in the order of its operations, which is the order of the extract. */
  readonly records: readonly number[];
}

/** Collects the results of a conversion into a plan, without the bodies. */
export class PlanBuilder {
  readonly #names: CompiledMapping;
  readonly #hash: HashBody;
  readonly #batches: PlannedBatch[] = [];
  readonly #texts = new RecordTextsBuilder();
  readonly #warnings = new ListedBuilder<RecordProblem>();
  readonly #refusals = new RefusalsBuilder();
  #lines = new Uint32Array(1024);
  #fates = new Uint8Array(1024);

  /**
   * @param names a compiled mapping that names people who are not sent. It is a separate instance, because some steps
   * count over all evaluations: naming people must not change the results of other records.
   */
  constructor(names: CompiledMapping, hash: HashBody) {
    this.#names = names;
    this.#hash = hash;
  }

  addRequests({ first, bytes, ends, operations }: Requests): void {
    let start = 0;
    let index = 0;
    for (const [place, end] of ends.entries()) {
      const from = index;
      for (; index < operations.count && operations.fact(index, OperationFact.start) < end; index++)
        this.#addOperation(bytes, (fact) => operations.fact(index, fact));
      this.#batches.push({
        number: first + place,
        operations: index - from,
        hash: this.#hash(bytes.subarray(start, end)),
        first: operations.fact(from, OperationFact.record),
        last: operations.fact(index - 1, OperationFact.record),
      });
      start = end + 1;
    }
  }

  add(event: RecordEvent): void {
    if (event.kind === 'warning') {
      this.#warnings.add(event.problem);
      return;
    }
    const { record } = event;
    if (event.kind === 'refused') this.#refusals.add(record.number - 1, event.problems);
    const left = event.kind === 'excluded' ? leftOut(event.reason) : FateCode.refused;
    // A record that does not become an operation still gets the id and name that its rules produce
    const id = jsonRange(shortened(textOf('externalId', record, this.#names)));
    const name = jsonRange(shortened(textOf('displayName', record, this.#names)));
    this.#note(record.number, record.line, left, id, name);
  }

  /** Adds a record that could become an operation but is left out, or is not part of the added requests. */
  leave(record: number, line: number, fate: FateCode, id: JsonRange, name: JsonRange): void {
    this.#note(record, line, fate, id.start === id.end ? BLANK_ID : id, shortName(name));
  }

  /**
   * @param pilot a request to send before all others, for the operations that were left out with {@link FateCode.pilot}
   */
  finish(counts: ConversionCounts, pilot?: PilotRequest): Plan {
    const count = counts.records;
    const batches = pilot === undefined ? this.#batches : this.#withPilot(pilot);
    const records = {
      count,
      lines: cutTo(this.#lines, count),
      fates: cutTo(this.#fates, count),
      texts: this.#texts.finish(count),
      refusals: this.#refusals.finish(),
    };
    return { batches, records, warnings: this.#warnings.listed, counts };
  }

  #withPilot({ body, records }: PilotRequest): readonly PlannedBatch[] {
    const [first = 0] = records;
    const own = { number: 1, operations: records.length, hash: this.#hash(body), first, last: records.at(-1) ?? first };
    return [own, ...this.#batches.map((batch) => ({ ...batch, number: batch.number + 1 }))];
  }

  #addOperation(bytes: Uint8Array, fact: (fact: OperationFact) => number): void {
    const [idStart, idEnd] = [fact(OperationFact.idStart), fact(OperationFact.idEnd)];
    const id: JsonRange = idStart === idEnd ? BLANK_ID : { bytes, start: idStart, end: idEnd };
    const name: JsonRange = { bytes, start: fact(OperationFact.nameStart), end: fact(OperationFact.nameEnd) };
    this.#note(fact(OperationFact.record), fact(OperationFact.line), FateCode.operation, id, shortName(name));
  }

  #note(record: number, line: number, fate: FateCode, id: JsonRange, name: JsonRange): void {
    const index = record - 1;
    if (index >= this.#lines.length) this.#grow(record);
    this.#lines[index] = line;
    this.#fates[index] = fate;
    this.#texts.add(index, id, name);
  }

  #grow(needed: number): void {
    const length = Math.max(needed, this.#lines.length * 2);
    const lines = new Uint32Array(length);
    const fates = new Uint8Array(length);
    lines.set(this.#lines);
    fates.set(this.#fates);
    [this.#lines, this.#fates] = [lines, fates];
  }
}

/** Maximum length of a text that identifies people; names in directories are shorter. */
const MAX_SHOWN_LENGTH = 256;

function shortened(text: string | undefined): string | undefined {
  return text === undefined || text.length <= MAX_SHOWN_LENGTH ? text : detached(`${text.slice(0, MAX_SHOWN_LENGTH)}…`);
}

function shortName(name: JsonRange): JsonRange {
  const { bytes, start, end } = name;
  return end - start <= MAX_SHOWN_LENGTH ? name : jsonRange(shortened(textAt(bytes, start, end)));
}

function leftOut(reason: 'where' | 'IgnoreObjectFlow'): FateCode {
  return reason === 'where' ? FateCode.where : FateCode.ignoreObjectFlow;
}
