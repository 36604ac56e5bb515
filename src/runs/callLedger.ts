import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unkept, unreadable } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { namesOf } from '../files/fileLayer';
import type { CallLedger } from './runStore';

const DAY = 24 * 60 * 60 * 1000;
/**
 * Milliseconds in the future up to which calls count, so that after the clock is set back too many calls are counted
 * rather than too few.
 */
const AHEAD = 2 * DAY;
const NAME = /^([0-9]{4}-[0-9]{2}-[0-9]{2})\.calls$/;

/**
 * The calls to a tenant: one line per call, one file per day. Several processes may append at once, and old days are
 * removed as whole files, so no file is ever rewritten. Rejects with `FileError`.
 */
export function callLedger(folder: string, files: FileLayer, wallClock: () => number): CallLedger {
  return {
    async note() {
      const now = wallClock();
      const path = join(folder, `${dayOf(now)}.calls`);
      try {
        await files.makeFolder(folder);
        const file = await files.append(path);
        try {
          // Starts a new line, because a crash may have torn the last one
          await file.write(`\n${now}\n`);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw unkept('The count of calls to the tenant', dirname(folder), error);
      }
    },
    async count() {
      const now = wallClock();
      const times = await timesSince(now - DAY, folder, files);
      return times.filter((time) => time <= now + AHEAD).length;
    },
    recent: (ms) => timesSince(wallClock() - ms, folder, files),
  };
}

async function timesSince(start: number, folder: string, files: FileLayer): Promise<readonly number[]> {
  const names = await namesIn(folder, files);
  // If the clock was set back, days in the future count, too
  const recent = names.filter((name) => name >= `${dayOf(start)}.calls`);
  const times = await Promise.all(recent.map((name) => timesIn(join(folder, name))));
  return times.flat().filter((time) => time > start);
}

/** Removes the days of a ledger that no longer count. */
export async function pruneLedger(folder: string, files: FileLayer, now: number): Promise<void> {
  for (const name of await namesIn(folder, files))
    if (name < `${dayOf(now - 2 * DAY)}.calls` || name > `${dayOf(now + AHEAD + DAY)}.calls`)
      await files.remove(join(folder, name));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

async function namesIn(folder: string, files: FileLayer): Promise<readonly string[]> {
  try {
    return (await namesOf(files, folder)).filter((name) => NAME.test(name));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** A line that is not a whole number was torn, and its call was not made. */
async function timesIn(path: string): Promise<readonly number[]> {
  const text = await readFile(path, 'latin1').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return text
    .split('\n')
    .filter((line) => /^[0-9]{12,15}$/.test(line))
    .map(Number);
}
