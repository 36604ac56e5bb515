import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { JsonObject } from '../core/json/jsonValue';
import { isJsonObject, readJson } from '../core/json/jsonValue';
import { isNumber, isText, objectOf } from '../core/journal/shape';
import type { PlanFile } from '../core/journal/planFile';
import { NOTHING_SENT, systemCode, unkept, unreadable } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { writeDown } from '../files/writeDown';
import type { RunPaths } from './runPaths';

/** The stored moment of a printed plan. */
export type PrintedPlan = PlanFile['moment'] & {
  /** The decisions of its guards at that time, by their ids. */
  readonly guards?: SeenGuards;
};

export type SeenGuards = Readonly<Record<string, string>>;

const isMoment = objectOf<PlanFile['moment']>({ now: isText, seed: isNumber });
const HASH = /^[0-9a-f]{64}$/;
/** Milliseconds for which the moment of a printed plan is kept: 7 days. */
export const MOMENT_TIME = 7 * 24 * 60 * 60 * 1000;

/** Stores the moment of a printed plan. Rejects with `FileError`. */
export async function keepMoment(
  paths: RunPaths,
  plan: string,
  { now, seed, guards }: PrintedPlan,
  files: FileLayer,
): Promise<void> {
  const path = paths.moment(plan);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await files.makeFolder(paths.moments);
    await writeDown(files, unfinished, `${JSON.stringify({ format: 1, now, seed, guards })}\n`);
    await files.rename(unfinished, path);
    await files.syncFolder(paths.moments);
  } catch (error) {
    await files.remove(unfinished).catch(() => undefined);
    throw unkept('The plan', paths.moments, error, NOTHING_SENT);
  }
}

/**
 * The stored moment; `undefined` if there is none or it has expired. A damaged file counts as none: the plan then gets
 * another moment, and its guards' decisions are unknown.
 *
 * @param today milliseconds since 1970
 */
export async function momentOf(
  paths: RunPaths,
  plan: string,
  files: FileLayer,
  today: number,
): Promise<PrintedPlan | undefined> {
  // The hash is typed by a user and becomes a path
  if (!HASH.test(plan)) return undefined;
  const path = paths.moment(plan);
  if ((await changedAt(path)) < today - MOMENT_TIME) return undefined;
  const text = await files.read(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const reading = readJson(text ?? '');
  const value = 'value' in reading ? reading.value : undefined;
  if (!isJsonObject(value) || value.format !== 1 || !isMoment(value)) return undefined;
  const { now, seed } = value;
  const { guards } = value as JsonObject;
  if (!isJsonObject(guards)) return { now, seed };
  const seen = Object.entries(guards).filter((guard): guard is [string, string] => typeof guard[1] === 'string');
  return { now, seed, guards: Object.fromEntries(seen) };
}

/** When a file was changed, in milliseconds since 1970; `Infinity` if it does not exist. */
export async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return Infinity;
    throw unreadable(path, error);
  }
}
