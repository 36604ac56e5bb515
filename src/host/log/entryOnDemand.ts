import type { Answer } from '../../core/logs/answer';
import { decidingAnswer } from '../../core/logs/decidingAnswer';
import type { LogEntry } from '../../core/logs/logEntry';
import type { RecordAccount } from '../../core/run/account/runAccount';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { beginReading } from '../sending/readLogAgain';
import { refuseUntrusted } from '../sending/refuseUntrusted';
import type { Services } from '../services';

/**
 * A log entry about a person: by default the one that decides the person's result. Entries contain people's values and are never stored on
 * disk, so that of an earlier run is read again, with progress. Throws the error that keeps it from being read, for the user.
 * @param run its id
 */
export async function entryOnDemand(
  services: Services,
  run: string,
  person: RecordAccount,
  answer: Answer | undefined = decidingAnswer(person.answers),
): Promise<LogEntry> {
  if (answer === undefined)
    throw new UserError(say`The log has no entry for this record. Choose a person in Runs whom the log answers.`);
  return answer.log ?? (await loggedEntry(services, answer.entry)) ?? (await readAgain(services, run, answer.entry));
}

/** As the view of the log has it. */
async function loggedEntry({ log }: Services, id: string): Promise<LogEntry | undefined> {
  return (await log()).log.book.entry(id);
}

async function readAgain(services: Services, run: string, id: string): Promise<LogEntry> {
  refuseUntrusted();
  const isStopped = await services.notices.progress(
    say`Reading the provisioning log for this run`,
    async (_, token) => {
      const active = await beginReading(services, run);
      const stopping = token.onCancellationRequested(() => active.stop());
      const { isLogUnread } = await active.ended.finally(() => {
        stopping.dispose();
      });
      if (isLogUnread === true) throw new UserError(say`The log could not be read. The run in Runs says why.`);
      return token.isCancellationRequested;
    },
  );
  const found = entryIn(services, run, id);
  if (found !== undefined) return found;
  throw new UserError(
    isStopped
      ? say`The log was not read to its end, so this entry was not found.`
      : say`The log no longer has this entry. Microsoft Entra keeps entries for 30 days, or 7 without a P1 licence.`,
  );
}

function entryIn({ runs }: Services, run: string, id: string): LogEntry | undefined {
  for (const { entries } of runs.find(run)?.run.account.records ?? []) {
    const entry = entries.find((one) => one.id === id);
    if (entry !== undefined) return entry;
  }
  return undefined;
}
