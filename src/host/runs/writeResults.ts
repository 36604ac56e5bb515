import type { Uri } from 'vscode';
import { FileSystemError } from 'vscode';
import { loadMapping } from '../../core/mapping/loadMapping';
import { placeBytes } from '../../extract/index/extractPlace';
import type { KeptRun } from '../../runs/runStore';
import type { ShownRun } from '../../sending/keptRuns';
import type { Exported, ResultsRequest } from '../../sending/results/exportResults';
import { extractPlace, fileName } from '../extracts/extractFile';
import { isSameFile, OWN_ALONE, writeBytes } from '../extracts/writeBytes';
import { named, relayed, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { keptRun } from '../sending/kept/keptRun';
import { findSource } from '../sending/source/findSource';
import { sourceUri } from '../sending/source/sourceUri';
import type { Services } from '../services';

/** The formats of results; a page shows people's full names, or masks them. */
export type ResultsForm = 'csv' | 'json' | 'page' | 'named-page';

/** It reads extracts, and includes the library for unusual ones, which is only loaded for an export. */
const exporting = () => import('../../sending/results/exportResults');

/** Writes the results of a run to a file that the user has picked, but never over the run's source. */
export async function writeResults(services: Services, id: string, form: ResultsForm, target: Uri): Promise<void> {
  const kept = await keptRun(services, id);
  const { source, mapping } = kept.plan;
  for (const place of [source, ...(mapping === undefined ? [] : [mapping])])
    if (await isSameFile(sourceUri(place), target))
      throw new UserError(say`${named(place.name)} is what this run was made from. Choose another name.`);
  const results = await resultsOf(services, kept, form);
  if ('refusal' in results) {
    const { cause, remedy } = results.refusal;
    throw new UserError(say`${relayed(cause)} ${relayed(remedy)}`);
  }
  await writeBytes(target, results.bytes, form === 'page' ? {} : { mode: OWN_ALONE });
}

async function resultsOf(services: Services, kept: KeptRun, form: ResultsForm): Promise<Exported> {
  const { service, store } = await services.sending();
  const { planner, mapping } = await findSource(services, kept.plan);
  let shown: ShownRun | undefined;
  try {
    const opened = await service.openRun(store, kept.id, planner);
    if (opened !== undefined && 'run' in opened) shown = opened;
  } finally {
    await planner?.close();
  }
  if (shown === undefined) throw new UserError(say`This run cannot be read any more.`);
  const { account } = shown.run;
  const { resultsAsCsv, resultsAsJson, resultsAsPage } = await exporting();
  if (form === 'page' || form === 'named-page')
    return { bytes: oneBlock(await resultsAsPage({ kept, account, isNamed: form === 'named-page' })) };
  const request: ResultsRequest = {
    kept,
    people: account.records,
    read: () => bytesOf(kept),
    ...(mapping !== '' && { mapping: loadMapping(mapping) }),
  };
  return form === 'csv' ? resultsAsCsv(request) : resultsAsJson(request);
}

/** The current extract, on any file system. */
async function* bytesOf({ plan: { source } }: KeptRun): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* placeBytes(await extractPlace(sourceUri(source)));
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    throw new UserError(say`${named(source.name)} cannot be read any more. Put it back, or export the page.`);
  }
}

async function* oneBlock(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(Buffer.from(text));
}

/** The default file name for the results of a run: never that of the extract. */
export function suggestedName({ plan: { source } }: Pick<KeptRun, 'plan'>, extension: string): string {
  return `${fileName(sourceUri(source)).replace(/\.[^.]*$/, '')}-results.${extension}`;
}
