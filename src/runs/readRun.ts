import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalLine } from '../core/journal/journalEvent';
import { lineAfter } from '../core/journal/journalText';
import type { PlanFile } from '../core/journal/planFile';
import type { PlanHead, PlanReading } from '../core/journal/planText';
import { readPlan, readPlanHead } from '../core/journal/planText';
import { RunState } from '../core/journal/runState';
import { FileError, systemCode, unreadable } from '../files/fileError';
import { readRecords } from './keptRecords';
import type { JournalEnd } from './readJournal';
import { readJournal } from './readJournal';
import { RUN_FILES, sha256 } from './runPaths';
import type { KeptRecords, RunFault } from './runStore';

/** Bytes to read: enough for the head of nearly every plan, and for the last line of a closed journal. */
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

/** The plan in a run's folder, or why it cannot be read; an unreadable run must not hide the others. */
export async function planIn(folder: string): Promise<PlanReading<PlanFile>> {
  const text = await unlessMissing(join(folder, RUN_FILES.plan), (path) => readFile(path, 'utf8')).catch(faultOf);
  if (typeof text === 'object') return { fault: text };
  return text === undefined ? { fault: NO_PLAN } : readPlan(text, sha256);
}

/** Reads only the head of a plan, regardless of the file's size. */
export async function headIn(folder: string): Promise<PlanReading<PlanHead>> {
  const beginning = await unlessMissing(join(folder, RUN_FILES.plan), async (path) => {
    const short = await pieceOf(path, 0, PIECE);
    return short.split('\n').length > 3 ? short : pieceOf(path, 0, NEXT_PIECE);
  }).catch(faultOf);
  if (typeof beginning === 'object') return { fault: beginning };
  return beginning === undefined ? { fault: NO_PLAN } : readPlanHead(beginning, sha256);
}

/**
 * The last line of a journal; `undefined` if it is incomplete or does not continue the previous line. To find out why,
 * read the journal from its start.
 */
export async function lastLineIn(folder: string): Promise<JournalLine | undefined> {
  const end = await unlessMissing(join(folder, RUN_FILES.journal), (path) => pieceOf(path, -PIECE, PIECE)).catch(
    faultOf,
  );
  const lines = typeof end === 'string' ? end.split('\n') : [];
  const [before = '', last = '', rest] = lines.slice(-3);
  return rest === '' ? lineAfter(before, last, sha256) : undefined;
}

/** The state that a run's journal gives. An unreadable journal is a fault. */
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
    const fault = faultOf(error);
    state.doubt();
    return { state, fault: systemCode((error as FileError).cause) === 'ENOENT' ? NO_JOURNAL : fault };
  }
}

/** The readable lines of a journal. */
export async function* eventsIn(folder: string, plan: string): AsyncGenerator<JournalLine, void, undefined> {
  try {
    yield* readJournal(join(folder, RUN_FILES.journal), plan);
  } catch (error) {
    // The run's `fault` reports it
    faultOf(error);
  }
}

/** The records in a run's folder. Rejects with `FileError` if they are unreadable or damaged. */
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

/** @param start counts from the end if negative */
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

/** Why a file of a run cannot be read. Rethrows unexpected errors. */
function faultOf(error: unknown): RunFault {
  if (error instanceof FileError) return { message: error.message, remedy: NO_JOURNAL.remedy };
  throw error;
}

async function unlessMissing<T>(path: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
  try {
    return await read(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unreadable(path, error);
  }
}
