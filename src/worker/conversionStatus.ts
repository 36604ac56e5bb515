import type { ConversionReading } from './conversionReading';
import { dialectWords } from './dialectWords';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { FilteredView } from './list/filteredView';
import type { ConversionStatus } from './protocol';

/** The content to show of an extract, as far as it is read. */
interface ShownReading {
  readonly header: ExtractHeader;
  readonly view: Pick<FilteredView, 'state'>;
}

/** The progress of reading an extract, and its list; `undefined` before there is anything to show. */
export function conversionStatus(
  reading: ConversionReading,
  shown: ShownReading | undefined,
  { version, edition }: { readonly version: number; readonly edition: number },
): ConversionStatus | undefined {
  const { problems, notes, records, fingerprint } = reading;
  if (problems.length > 0) return { kind: 'problems', version, problems };
  if (notes === undefined || shown === undefined) return undefined;
  const { batches, refused, excluded } = notes.counts;
  const { outcomes } = reading.states;
  const { count, bytes, pilot } = reading.requests;
  return {
    kind: 'ready',
    version,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    content: {
      columns: shown.header.columns,
      dialect: dialectWords(shown.header),
      counts: { records, batches, refused, excluded, operations: records - refused - excluded },
      states: reading.states.counts(records),
      ...(outcomes === undefined ? {} : { outcomes }),
      requests: { count, bytes, pilot },
      problems: notes.problemKinds.groups(),
      ...(notes.statuses === undefined ? {} : { statuses: notes.statuses }),
      notes: [],
      edition,
      isComplete: reading.isComplete,
      share: reading.share,
      view: shown.view.state,
    },
  };
}
