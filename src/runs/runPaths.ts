import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The files in a run's folder. */
export const RUN_FILES = {
  plan: 'plan.json',
  records: 'records.bin',
  digests: 'digests.bin',
  journal: 'journal.ndjson',
} as const;

const ID = /^[0-9]{8}-[0-9]{6}-[0-9a-f]{6}$/;

export function isRunId(text: string): boolean {
  return ID.test(text);
}

/**
 * An id that sorts by time, to the millisecond: its last part consists of the milliseconds and random digits.
 *
 * @param newest the newest existing id; the new one sorts after it, even if the clock was set back
 */
export function newRunId(wallClock: number, newest?: string): string {
  const now = newest === undefined ? wallClock : Math.max(wallClock, millisecondsOf(newest) + 1);
  const [day = '', time = ''] = new Date(now).toISOString().split('T');
  const milliseconds = ((((now % 1000) + 1000) % 1000) | 0).toString(16).padStart(3, '0');
  const suffix = randomBytes(2).toString('hex').slice(0, 3);
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${milliseconds}${suffix}`;
}

function millisecondsOf(id: string): number {
  return timeOfId(id) + parseInt(id.slice(16, 19), 16);
}

/** When a run was reserved, according to its id; milliseconds since 1970. */
export function timeOfId(id: string): number {
  const [, year, month, day, hour, minute, second] =
    /^([0-9]{4})([0-9]{2})([0-9]{2})-([0-9]{2})([0-9]{2})([0-9]{2})/.exec(id) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}

/** The paths in the state folder. */
export function runPaths(folder: string) {
  const runs = join(folder, 'runs');
  return {
    runs,
    run: (id: string) => join(runs, id),
    /** The folder of a run that is reserved but not created yet. */
    unfinished: (id: string) => join(runs, `.${id}.unfinished`),
    /** The folder of a run that is being deleted. */
    removed: (id: string) => join(runs, `.${id}.removed`),
    /** A file that is written whenever a run changes, for watchers of the folder. */
    changed: join(runs, '.changed'),
    key: join(folder, 'key'),
    baselines: join(folder, 'baselines'),
    baseline: (jobKey: string) => join(folder, 'baselines', `${sha256(jobKey).slice(0, 32)}.bin`),
    moments: join(folder, 'plans'),
    moment: (plan: string) => join(folder, 'plans', `${plan}.json`),
    ledger: (name: string) => join(folder, 'calls', sha256(name).slice(0, 32)),
    ledgers: join(folder, 'calls'),
    locks: join(folder, 'locks'),
  } as const;
}

export type RunPaths = ReturnType<typeof runPaths>;
