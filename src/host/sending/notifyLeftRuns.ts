import { commands, workspace } from 'vscode';
import type { SignIn } from '../../connections/file/signIn';
import type { LeftRuns } from '../../views/leftRuns';
import { leftRuns } from '../../views/leftRuns';
import type { ShownRun } from '../../views/runElement';
import { runElement } from '../../views/runTree';
import type { CommandId } from '../contributions';
import { commandIds, viewIds } from '../contributions';
import type { Said } from '../messages/say';
import { counting, named, say, sentences } from '../messages/say';
import type { NoticeAction } from '../messages/userError';
import type { Services } from '../services';
import { noteShown } from '../views/shownRows';
import { connectionOf, keptRun } from './kept/keptRun';
import { beginReading } from './readLogAgain';

/** Ways to sign in without asking the user. */
const QUIET: ReadonlySet<SignIn['kind']> = new Set([
  'clientSecret',
  'clientCertificate',
  'workloadIdentity',
  'managedIdentity',
  'azureCli',
]);

/** One notice about all unfinished runs. Only reading continues automatically, where nobody has to sign in for it. */
export async function notifyLeftRuns(services: Services): Promise<void> {
  if (!workspace.isTrusted) return;
  const left = leftRuns(await services.runs.shown());
  if (left.unsent.length + left.unread.length === 0) return;
  const read = await Promise.all(left.unread.map((run) => readsInBackground(services, run)));
  const unread = left.unread.filter((_, index) => read[index] !== true);
  await services.notices.warn(wordsOf(left, read.filter(Boolean).length), ...actionsOf(left.unsent, unread));
}

/** Whether the log of a run is now being read. */
async function readsInBackground(services: Services, { id }: ShownRun): Promise<boolean> {
  try {
    const connection = await connectionOf(services, await keptRun(services, id));
    if (connection.file === undefined || !QUIET.has(connection.file.signIn.kind)) return false;
    await beginReading(services, id);
    return true;
  } catch (error) {
    services.output.info(
      `The log of the run ${id} is not read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}

function wordsOf({ unsent, unread, accepted, unknown, notSent }: LeftRuns, reading: number): Said {
  const [first, ...others] = [...unsent, ...unread];
  if (first === undefined) throw new Error('nothing was left');
  const which =
    others.length === 0
      ? say`The run of ${named(first.extract)} to ${named(first.target)} did not finish:`
      : say`${others.length + 1} runs did not finish:`;
  return sentences(
    say`${which} ${counting(accepted, say`person`, say`people`)} accepted, ${unknown} with an unknown outcome, ${notSent} not sent.`,
    reading === 0
      ? undefined
      : reading === 1
        ? say`Its log is being read.`
        : say`${reading} of their logs are being read.`,
  );
}

function actionsOf(unsent: readonly ShownRun[], unread: readonly ShownRun[]): readonly NoticeAction[] {
  const show = { title: 'Show', run: () => commands.executeCommand(`${viewIds.runs}.focus`) };
  const discard = runAction('Discard', commandIds.cancelRun, [...unsent, ...unread]);
  if (unsent.length > 0) return [runAction('Resume', commandIds.resumeRun, unsent), show, discard];
  return unread.length > 0 ? [runAction('Read the Log', commandIds.verifyRun, unread), show, discard] : [show];
}

/** Runs a command on the only run, or lets it ask for one. */
function runAction(title: string, command: CommandId, runs: readonly ShownRun[]): NoticeAction {
  const rows = runs.length === 1 ? noteShown(runs.map(runElement)) : [];
  return { title, run: () => commands.executeCommand(command, ...rows) };
}
