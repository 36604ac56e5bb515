import type { ConversionCounts } from '../../../src/core/convert/recordEvent';
import type { ConversionEvent } from './converter';
import { Converter } from './converter';
import type { ExtractEvent, ExtractHeader, SizeLimits } from '../../../src/core/csv/extractEvent';
import { DamageWatch } from '../../../src/core/convert/damage/damagedColumns';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import type { CompiledMapping, MappedRecord } from '../../../src/core/convert/compileMapping';
import type { LoadedMapping } from '../../../src/core/mapping/loadMapping';
import type { PlanMoment } from '../../../src/core/convert/planMoment';
import type { RecordProblem } from '../../../src/core/problems/problem';
import { readExtract } from '../../../src/extract/readExtract';
import { sourceOptions, withHint } from '../../../src/extract/sourceOptions';

/**
 * What converting a whole extract gives, in the order of the file. `header` comes first and brings the mapping made ready
 * for its columns. The last event is `end`, or `fatal`: then nothing that came before may be used.
 */
export type ExtractConversionEvent =
  | ConversionEvent
  | { readonly kind: 'header'; readonly header: ExtractHeader; readonly mapping: CompiledMapping }
  | { readonly kind: 'end'; readonly counts: ConversionCounts }
  | { readonly kind: 'fatal'; readonly problems: readonly RecordProblem[] };

export interface ConvertOptions {
  /** Operations in a full batch, 1 to 50. */
  readonly operations?: number;
  /** How large the extract may be. */
  readonly limits?: Partial<SizeLimits>;
  /** What functions of time and chance read; left out: they are errors of the record. */
  readonly moment?: PlanMoment;
  /** Called with every record before it is converted, except for rows that the reader refuses. */
  readonly onRecord?: (record: MappedRecord) => void;
}

/**
 * The oracle of `convertToRequests`: reads an extract as text and converts its records into batches as they come. How the
 * extract is read is what the mapping's `source` block says.
 * @param loaded a mapping without errors
 */
export async function* convertExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ConvertOptions = {},
): AsyncGenerator<readonly ExtractConversionEvent[], void, undefined> {
  let converter: Converter | undefined;
  let watch: DamageWatch | undefined;
  for await (const chunk of readExtract(bytes, sourceOptions(loaded, options))) {
    const events: ExtractConversionEvent[] = [];
    for (const event of chunk) {
      if (event.kind === 'header') {
        const compiled = compileMapping(loaded, event.header.columns, options.moment);
        if ('problems' in compiled) {
          yield [...events, { kind: 'fatal', problems: withHint(compiled.problems, event.header) }];
          return;
        }
        converter = new Converter(compiled.mapping, options);
        watch = new DamageWatch(loaded.model, event.header.columns);
        events.push({ kind: 'header', header: event.header, mapping: compiled.mapping });
      } else if (event.kind === 'problem' && event.problem.severity === 'fatal') {
        yield [...events, { kind: 'fatal', problems: [event.problem] }];
        return;
      } else {
        if (event.kind === 'record') {
          options.onRecord?.(event.record);
          watch?.add(event.record);
        }
        events.push(...convertEvent(event, converter));
      }
    }
    if (events.length > 0) yield events;
  }
  if (converter === undefined) throw new Error('an extract ended without a header and without a fatal problem');
  const damage = (watch?.problems ?? []).map((problem): ConversionEvent => ({ kind: 'warning', problem }));
  yield [...converter.end(), ...damage, { kind: 'end', counts: converter.counts }];
}

function* convertEvent(
  event: Exclude<ExtractEvent, { kind: 'header' }>,
  converter: Converter | undefined,
): Generator<ConversionEvent> {
  if (event.kind === 'problem') yield ofReader(event.problem, converter);
  else if (converter !== undefined) yield* converter.add(event.record);
}

/** A row that could not be cut into the header's columns is a refused record; anything milder is a warning. */
function ofReader(problem: RecordProblem, converter: Converter | undefined): ConversionEvent {
  if (problem.severity !== 'row' || converter === undefined) return { kind: 'warning', problem };
  return converter.refuse({ number: problem.record ?? 0, line: problem.line ?? 0, cells: [] }, [problem]);
}
