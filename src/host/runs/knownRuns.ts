import type { Uri } from 'vscode';
import type { KnownRun } from '../../core/run/account/personHistory';
import type { PlanSource } from '../../core/journal/planFile';
import { sourceUri } from '../sending/source/sourceUri';
import type { WindowRun } from './windowRun';
import type { WindowRuns } from './windowRuns';

/** Maximum number of runs of an extract or a payload to read, the newest; and of all runs when the user searches for a person. */
const OF_SOURCE = 3;
const OF_ALL = 8;

/** Size of a source, in bytes, up to which its people automatically get their names again. */
const READ_UNASKED = 8 * 1024 * 1024;

/** A run whose people are searched, with the files that it came from. */
export interface OpenedRun extends KnownRun {
  readonly stored: WindowRun;
}

/** The current extract or payload. */
export interface SeenSource {
  readonly uri: Uri;
  /** The SHA-256 of its bytes; `undefined` if computing it would take long. */
  readonly sha256: string | undefined;
}

/** Which runs to read: only those that are fast to read, or all on request. */
export type Reach = 'quick' | 'all';

/** The runs that may have results for the people of an extract, the newest first. */
export function runsOfExtract(runs: WindowRuns, extract: SeenSource, reach: Reach): Promise<OpenedRun[]> {
  return runsOfSource(runs, 'extract', extract, reach);
}

/** The same of an extract or a payload. */
export async function runsOfSource(
  runs: WindowRuns,
  kind: PlanSource['kind'],
  seen: SeenSource,
  reach: Reach,
): Promise<OpenedRun[]> {
  const kept = await runs.kept();
  const address = seen.uri.toString();
  const opened: OpenedRun[] = [];
  let ofSource = 0;
  for (const { id, madeAt, plan } of await kept.listed()) {
    if (plan === undefined) continue;
    const isOfSource = plan.source.kind === kind && sourceUri(plan.source).toString() === address;
    const own = runs.find(id);
    const isQuick = own !== undefined || plan.source.size <= READ_UNASKED;
    if (isOfSource ? ofSource >= OF_SOURCE || (!isQuick && reach === 'quick') : own === undefined) continue;
    const stored = own ?? (await kept.open(id));
    if (stored === undefined) continue;
    if (isOfSource) ofSource++;
    const source = !isOfSource ? 'other' : plan.source.sha256 === seen.sha256 ? 'same' : 'former';
    opened.push({ ...opening(stored, madeAt), source });
  }
  return opened;
}

/** The number of runs that {@link runsOfExtract} reads when all are requested. */
export async function countRunsOf(runs: WindowRuns, extract: Uri): Promise<number> {
  const listed = await (await runs.kept()).listed();
  const address = extract.toString();
  const own = listed.filter(
    ({ plan }) => plan?.source.kind === 'extract' && sourceUri(plan.source).toString() === address,
  );
  return Math.min(OF_SOURCE, own.length);
}

/**
 * The last runs, whose people are searched by name, one after the other: those with large sources last, because reading them again takes
 * long; otherwise the newest first.
 */
export async function* searchedRuns(runs: WindowRuns): AsyncGenerator<OpenedRun> {
  const kept = await runs.kept();
  const last = (await kept.listed()).slice(0, OF_ALL);
  const isLarge = ({ id, plan }: (typeof last)[number]): boolean =>
    runs.find(id) === undefined && (plan?.source.size ?? 0) > READ_UNASKED;
  for (const { id, madeAt, plan } of [...last.filter((run) => !isLarge(run)), ...last.filter(isLarge)]) {
    const stored = plan === undefined ? undefined : await runs.open(id);
    if (stored !== undefined) yield { ...opening(stored, madeAt), source: 'other' };
  }
}

function opening(stored: WindowRun, madeAt: string): Omit<OpenedRun, 'source'> {
  return { id: stored.id, at: Date.parse(madeAt), run: stored.run, target: stored.target, stored };
}
