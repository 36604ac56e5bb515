import type { Uri } from 'vscode';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { LostBody, PlannedBodies, PlannedBody } from '../../../core/run/plannedBody';
import { hashBody } from '../../../extract/hashBody';
import type { Planner, PlannedSource, PlanningOptions } from '../../../sending/planner';
import type { ConversionClient } from '../../extracts/conversionClient';
import { extractPlace, fileName } from '../../extracts/extractFile';
import type { SettingsStore } from '../../settings';
import { placeOfUri } from './sourceUri';

/** What reads sources of runs. */
export interface SourceServices {
  readonly conversions: ConversionClient;
  readonly settings: SettingsStore;
}

/** A mapping as it is in front of the user. */
export interface MappingText {
  readonly uri: Uri;
  readonly text: string;
}

/** So that one extract may be planned twice at a time. */
let plannings = 0;

/** Plans an extract in the worker: of the last plan that it made the worker keeps what its bodies are made from. */
export function workerPlanner({ conversions, settings }: SourceServices, extract: Uri, mapping: MappingText): Planner {
  const key = `send ${extract.toString()} ${++plannings}`;
  let readings = 0;
  const drop = () => conversions.ask('drop', { key });
  return {
    mapping: {
      name: fileName(mapping.uri),
      ...placeOfUri(mapping.uri),
      sha256: hashBody(loadMapping(mapping.text).parsed.text),
    },
    async plan({ moment, signal, ...wishes }: PlanningOptions) {
      const stop = (): void => void drop();
      signal?.throwIfAborted();
      signal?.addEventListener('abort', stop);
      try {
        const bytes = await extractPlace(extract);
        const source = { name: fileName(extract), ...placeOfUri(extract) };
        const { limits } = settings.current;
        return await conversions.ask('plan', { key, bytes, source, mapping: mapping.text, moment, limits, wishes });
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    bodies: (_planned: PlannedSource, _options: PlanningOptions): PlannedBodies =>
      bodiesOf(conversions, { key, reading: ++readings }),
    close: async () => {
      await drop();
    },
  };
}

async function* bodiesOf(
  conversions: ConversionClient,
  which: { readonly key: string; readonly reading: number },
): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
  try {
    for (;;) {
      const body = await conversions.ask('nextBody', which);
      if (body === undefined) return;
      yield body;
    }
  } finally {
    await conversions.ask('endBodies', which);
  }
}
