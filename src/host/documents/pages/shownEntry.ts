import type { Uri } from 'vscode';
import type { Answer } from '../../../core/logs/answer';
import { decidingAnswer } from '../../../core/logs/decidingAnswer';
import type { LogEntry } from '../../../core/logs/logEntry';
import { parseLogEntry } from '../../../core/logs/logEntry';
import type { RecordAccount } from '../../../core/run/account/runAccount';
import type { EntryOrigin } from '../../../language/log/entryPage';
import { entryScheme } from '../../contributions';
import { tiedRecord } from '../../log/tiedRecord';
import type { WindowRun } from '../../runs/windowRun';
import type { Services } from '../../services';

/** A person of a run. */
interface InRun {
  readonly stored: WindowRun;
  readonly person: RecordAccount;
}

/** The content of a document: a log entry in memory, or the part of it that a run has stored. */
export type ShownEntry =
  | {
      readonly kind: 'whole';
      readonly entry: LogEntry;
      readonly of?: InRun;
      /** `undefined`: it was not sent by a run on this machine. */
      readonly origin: EntryOrigin | undefined;
    }
  | { readonly kind: 'kept'; readonly answer: Answer; readonly of: InRun; readonly origin: EntryOrigin };

/** The parts of the extension with entries. */
type EntryServices = Pick<Services, 'runs' | 'sandbox' | 'log'>;

/**
 * The content of a log entry's document; its run is read from disk if necessary. `undefined` for other documents, and if the entry is no
 * longer known.
 */
export async function shownEntry(services: EntryServices, { scheme, query }: Uri): Promise<ShownEntry | undefined> {
  if (scheme !== entryScheme) return undefined;
  const named = new URLSearchParams(query);
  const [number, logged, run, entry] = ['number', 'log', 'run', 'entry'].map((name) => named.get(name));
  if (typeof number === 'string') return ofSandbox(services.sandbox, Number(number));
  if (typeof logged === 'string') return ofLog(services, logged);
  if (typeof run === 'string' && typeof entry === 'string') return ofRun(services, run, entry);
  return undefined;
}

async function ofRun({ runs, log }: EntryServices, id: string, wanted: string): Promise<ShownEntry | undefined> {
  const stored = await runs.open(id);
  const record = stored?.run.recordWith(wanted);
  const person = record === undefined ? undefined : stored?.run.account.records.at(record - 1);
  const answer = person?.answers.find(({ entry }) => entry === wanted);
  if (stored === undefined || person === undefined || answer === undefined) {
    // The view of the log may have it although the run was removed
    const entry = (await log()).log.book.entry(wanted);
    return entry && { kind: 'whole', entry, origin: undefined };
  }
  const of = { stored, person };
  const entry = answer.log ?? (await log()).log.book.entry(wanted);
  const origin = originOf(of, wanted);
  return entry === undefined ? { kind: 'kept', answer, of, origin } : { kind: 'whole', entry, of, origin };
}

function ofSandbox({ running }: Services['sandbox'], number: number): ShownEntry | undefined {
  const entry = parseLogEntry(running?.sandbox.change(number)?.entry);
  return entry && { kind: 'whole', entry, origin: undefined };
}

async function ofLog({ log, runs }: EntryServices, id: string): Promise<ShownEntry | undefined> {
  const opened = await log();
  const entry = opened.log.book.entry(id);
  if (entry === undefined) return undefined;
  const found = await tiedRecord(runs, opened.tieOf(id));
  const person = found?.stored.run.account.records.at(found.record - 1);
  if (found === undefined || person === undefined) return { kind: 'whole', entry, origin: undefined };
  const of = { stored: found.stored, person };
  return { kind: 'whole', entry, of, origin: originOf(of, id) };
}

/** @param entry the id of the shown entry: a prediction is about the one that decides what became of the person, not about the manager that is set afterwards */
function originOf({ stored, person }: InRun, entry: string): EntryOrigin {
  const { extractName: source, target: connection } = stored;
  const { record, line, predicted, answers } = person;
  const isDeciding = decidingAnswer(answers)?.entry === entry;
  return { source, connection, record, line, ...(isDeciding && predicted && { predicted }) };
}
