import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson } from '../core/json/jsonValue';
import type { JournalLine } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';
import type { PlanHead, PlanReading } from '../core/journal/planText';
import { readPlan, readPlanHead } from '../core/journal/planText';
import { isJournalLine } from '../core/journal/readEvent';
import { RunState } from '../core/journal/runState';
import { FileError, systemCode, unreadable } from '../files/fileError';
import { readRecords } from './keptRecords';
import type { JournalEnd } from './readJournal';
import { readJournal } from './readJournal';
import { RUN_FILES, sha256 } from './runPaths';
import type { KeptRecords, RunFault } from './runStore';

/** Enough for the head of nearly every plan, and for the last line of a journal that was closed. */
const PIECE = 16 * 1024;
const NEXT_PIECE = 1024 * 1024;

const NO_PLAN: RunFault = {
  message: 'The file of this plan is missing.',
  remedy: 'Make a new plan of the same extract; read the provisioning log before you send it.',
};

const NO_JOURNAL: RunFault = {
  message: 'The journal of this run is missing: what was sent is unknown.',
  remedy: 'Read the provisioning log before you send the same people again.',
};

/** The plan in a run's folder, or why there is none. Rejects with `FileError` where it cannot be read. */
export async function planIn(folder: string): Promise<PlanReading<PlanFile>> {
  const text = await unlessMissing(join(folder, RUN_FILES.plan), (path) => readFile(path, 'utf8'));
  return text === undefined ? { fault: NO_PLAN } : readPlan(text, sha256);
}

/** Its head alone, of a file of any size. */
export async function headIn(folder: string): Promise<PlanReading<PlanHead>> {
  const beginning = await unlessMissing(join(folder, RUN_FILES.plan), async (path) => {
    const short = await pieceOf(path, 0, PIECE);
    return short.split('\n').length > 3 ? short : pieceOf(path, 0, NEXT_PIECE);
  });
  return beginning === undefined ? { fault: NO_PLAN } : readPlanHead(beginning, sha256);
}

/** The last line of a journal; `undefined` where that is not whole. It is not checked against those before it. */
export async function lastLineIn(folder: string): Promise<JournalLine | undefined> {
  const end = await unlessMissing(join(folder, RUN_FILES.journal), (path) => pieceOf(path, -PIECE, PIECE));
  const lines = end?.split('\n') ?? [];
  if (lines.at(-1) !== '') return undefined;
  const reading = readJson(lines.at(-2) ?? '');
  return 'value' in reading && isJournalLine(reading.value) ? reading.value : undefined;
}

/** What a run's journal says. Rejects with `FileError` where it cannot be read. */
export async function stateIn(
  folder: string,
  plan: PlanFile,
): Promise<{ readonly state: RunState; readonly end?: JournalEnd; readonly fault?: RunFault }> {
  const state = new RunState(plan);
  const lines = readJournal(join(folder, RUN_FILES.journal), plan.plan);
  try {
    for (;;) {
      const next = await lines.next();
      if (next.done !== true) {
        state.apply(next.value);
        continue;
      }
      const { fault } = next.value;
      if (fault !== undefined) state.doubt();
      return { state, end: next.value, ...(fault && { fault }) };
    }
  } catch (error) {
    if (!(error instanceof FileError) || systemCode(error.cause) !== 'ENOENT') throw error;
    state.doubt();
    return { state, fault: NO_JOURNAL };
  }
}

/** The records in a run's folder. Rejects with `FileError` where they cannot be read or are damaged. */
export async function recordsIn(folder: string): Promise<KeptRecords> {
  const path = join(folder, RUN_FILES.records);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const records = readRecords(bytes);
  if (records !== undefined) return records;
  throw new FileError(
    'unreadable',
    `${path} cannot be read: it is damaged or was changed by hand. Make a new plan of the same extract.`,
  );
}

/** @param start from the end, if it is negative */
async function pieceOf(path: string, start: number, length: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const from = start < 0 ? Math.max(0, (await file.stat()).size + start) : start;
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function unlessMissing<T>(path: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
  try {
    return await read(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unreadable(path, error);
  }
}
