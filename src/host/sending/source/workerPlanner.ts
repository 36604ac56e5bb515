import type { Uri } from 'vscode';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { LostBody, PlannedBodies, PlannedBody } from '../../../core/run/plannedBody';
import { hashBody } from '../../../extract/hashBody';
import type { Planner, PlannedSource, PlanningOptions } from '../../../sending/planner';
import type { ConversionClient } from '../../extracts/conversionClient';
import { extractPlace, fileName } from '../../extracts/extractFile';
import type { SettingsStore } from '../../settings';
import { placeOfUri } from './sourceUri';

/** The readers for sources of runs. */
export interface SourceServices {
  readonly conversions: ConversionClient;
  readonly settings: SettingsStore;
}

/** A mapping with the text in front of the user. */
export interface MappingText {
  readonly uri: Uri;
  readonly text: string;
}

/** For unique keys, because one extract may be planned twice at the same time. */
let plannings = 0;

/** Milliseconds between two reports of the share that has been read. */
const LOOKS = 200;

/**
 * Plans an extract in the worker, which keeps the source of the bodies of its last plan.
 * @param onShare called now and then with the share of the extract that has been read for a plan, 0 to 1
 */
export function workerPlanner(
  { conversions, settings }: SourceServices,
  extract: Uri,
  mapping: MappingText,
  onShare?: (share: number) => void,
): Planner {
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
      const looking = onShare && setInterval(() => void look(conversions, key, onShare), LOOKS);
      try {
        const bytes = await extractPlace(extract);
        const source = { name: fileName(extract), ...placeOfUri(extract) };
        const { limits } = settings.current;
        return await conversions.ask('plan', { key, bytes, source, mapping: mapping.text, moment, limits, wishes });
      } finally {
        clearInterval(looking);
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

async function look(conversions: ConversionClient, key: string, onShare: (share: number) => void): Promise<void> {
  // The caller that waits for the plan reports a worker that has ended
  const share = await conversions.ask('planShare', { key }).catch(() => undefined);
  if (share !== undefined) onShare(share);
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
