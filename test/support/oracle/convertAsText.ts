import type { CompiledMapping, MappedRecord, RecordOutcome } from '../../../src/core/convert/compileMapping';
import type { RuleOutcome } from '../../../src/core/convert/compileRule';
import { compileResource } from './resourceTemplate';

/** What a mapping makes of one record, an operation with the text of its resource. */
export type TextOutcome =
  | (Extract<RecordOutcome, { kind: 'operation' }> & { readonly externalId: string; readonly data: string })
  | Exclude<RecordOutcome, { kind: 'operation' }>;

export type ConvertRecord = (record: MappedRecord) => TextOutcome;

/** Converts a record rule by rule into text: the oracle of all that converts in bytes. */
export function convertAsText({ rules, admit, trace, conclude }: CompiledMapping): ConvertRecord {
  const idRule = rules.findIndex(({ resolved: { path } }) => path.urn === undefined && path.attribute === 'externalId');
  const write = compileResource<readonly RuleOutcome[]>(
    rules.map(({ resolved }, index) => ({ path: resolved.path, write: (outcomes) => textOf(outcomes[index]) })),
  );
  return (record) => {
    const admission = admit(record);
    if (admission.kind === 'excluded') return { kind: 'excluded', reason: 'where' };
    if (admission.kind === 'refused') return { kind: 'refused', problems: [admission.problem] };
    const outcomes = trace(record);
    const outcome = conclude(record, outcomes);
    if (outcome.kind !== 'operation') return outcome;
    const externalId = JSON.parse(textOf(outcomes[idRule]) ?? '""') as string;
    return { ...outcome, externalId, data: write(outcomes) };
  };
}

function textOf(outcome: RuleOutcome | undefined): string | undefined {
  return outcome?.kind === 'value' ? outcome.json : undefined;
}
