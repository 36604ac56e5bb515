import { commands } from 'vscode';
import type { OpenedConnection } from '../../connections/connection';
import { summariseAccount } from '../../core/run/account/describeAccount';
import { isAllWell } from '../../core/run/recordState';
import type { RunStatus } from '../../core/journal/runStatus';
import type { ActiveRun } from '../../sending/activeRun';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import { plainLines, plainText } from '../../core/text/plainText';
import { silenceOf } from '../../core/run/account/silenceOf';
import { paceWords } from '../../views/runWords';
import { commandIds, viewIds } from '../contributions';
import { commandAction } from '../messages/commandAction';
import type { Said } from '../messages/say';
import { named, relayed, say, sentences } from '../messages/say';
import type { WindowRun } from '../runs/windowRun';
import type { Services } from '../services';

/**
 * Shows the progress of a run: a notification while requests are sent, a question after a pilot, and the result. Resolves with the result
 * as a sentence once the run ends or is paused. What comes after a pause is shown, too.
 */
export function followSending(services: Services, run: GoingRun, opened: OpenedConnection): Promise<string> {
  void commands.executeCommand(`${viewIds.runs}.focus`, { preserveFocus: true });
  const { active } = run;
  return new Promise((resolve, reject) => {
    const rest = (): void => {
      resolve(summariseAccount(active.run.account));
    };
    attend(services, run, opened, rest).then(rest, reject);
  });
}

/** A run that this process sends. */
export type GoingRun = WindowRun & { readonly active: ActiveRun };

/** @param onRest called each time that the run is paused */
async function attend(services: Services, run: GoingRun, opened: OpenedConnection, onRest: () => void): Promise<void> {
  const { active, extractName, target } = run;
  const over = active.ended.then(() => true as const);
  for (let isOver = false; !isOver;) {
    const stage = stageOf(active.status);
    if (stage === 'sending') await showProgress(services, say`${named(extractName)} → ${named(target)}`, active, over);
    else if (stage === 'pilot') await askAfterPilot(services, active);
    else if (stage === 'paused') {
      letGo(active);
      onRest();
      if (!isLetGo(active.status)) void tell(services, run, opened);
    }
    isOver = await Promise.race([over, isElsewhere(active, stage)]);
  }
  void tell(services, run, opened);
}

/** Holding the job's lock would not help here: resuming checks everything again. */
function isLetGo({ phase, pause }: RunStatus): boolean {
  return phase === 'paused' && (pause?.why === 'refused' || pause?.why === 'source' || pause?.why === 'throttled');
}

function letGo(active: ActiveRun): void {
  if (isLetGo(active.status)) active.stop();
}

/** What this window shows of a run: sent requests, a pilot to check, or nothing that needs attention. */
type Stage = 'sending' | 'pilot' | 'paused' | 'quiet';

function stageOf({ phase, waiting }: RunStatus): Stage {
  if (phase === 'sending' || phase === 'paused') return phase;
  return phase === 'pilot' && waiting === undefined ? 'pilot' : 'quiet';
}

/** Resolves with no once a run is in another phase. */
function isElsewhere(active: ActiveRun, stage: Stage): Promise<false> {
  return new Promise((resolve) => {
    let following: { dispose(): void } | undefined = undefined;
    const look = (): void => {
      if (stageOf(active.status) === stage) return;
      following?.dispose();
      resolve(false);
    };
    following = active.onDidChange(look);
    look();
  });
}

/** A notification that can cancel, until no more requests are sent. */
async function showProgress({ notices }: Services, title: Said, active: ActiveRun, over: Promise<true>): Promise<void> {
  await notices.progress(title, async (report, token) => {
    token.onCancellationRequested(() => {
      active.cancel();
    });
    let shown = 0;
    const look = () => {
      const { requests, accepted, isSearch } = active.status;
      const all = isSearch === true ? counted(requests, 'person', 'people') : counted(requests, 'request');
      const words = [`${formatCount(accepted)} of ${all} accepted`, ...paceWords(active.status)];
      const share = requests === 0 ? 0 : (accepted / requests) * 100;
      report(relayed(words.join(' · ')), share - shown);
      shown = share;
    };
    look();
    const following = active.onDidChange(look);
    await Promise.race([over, isElsewhere(active, 'sending')]);
    following.dispose();
  });
}

function leftWords(requests: number): string {
  return requests === 1
    ? '1 request is left. It stays unsent until you resume this run.'
    : `${formatCount(requests)} requests are left. They stay unsent until you resume this run.`;
}

/** The first people were sent alone: the others follow after the user has checked the results. */
async function askAfterPilot({ notices }: Services, active: ActiveRun): Promise<void> {
  const { run, status } = active;
  const { counts } = run.account;
  const left = counts.planned + counts['not-sent'];
  const send = plainText(`Send the Other ${formatCount(left)}`);
  const show = plainText('Show Results');
  const detail = [
    ...(status.pause?.cause === undefined ? [] : [status.pause.cause]),
    leftWords(status.requests - status.accepted),
  ];
  const chosen = await notices.choose(
    plainText('The first people were sent. Send the others too?'),
    plainLines(detail.join('\n')),
    [show, send],
  );
  if (chosen === send) active.resume();
  else if (chosen === show) await commands.executeCommand(`${viewIds.runs}.focus`);
}

async function tell(
  { notices, titles, runsView }: Services,
  { active, extractName }: GoingRun,
  opened: OpenedConnection,
): Promise<void> {
  const { run, status } = active;
  const { account } = run;
  const { powers, tenant } = opened;
  const isWell = isAllWell(account.counts) && status.unwritten === undefined;
  const scenario = powers?.trouble;
  const { isVisible } = runsView;
  // The row says it already; a notification is for the next steps
  if (isVisible && (isWell || !(status.searchable ?? status.unwritten ?? scenario))) return;
  const reasons = whyNot(status, silenceOf(account));
  const words = sentences(
    isVisible && reasons.length > 0
      ? say`${named(extractName)}:`
      : say`${named(extractName)}: ${relayed(summariseAccount(account))}.`,
    ...reasons,
    scenario === undefined ? undefined : say`(The scenario of ${named(tenant.name)} is ${named(scenario.title)}.)`,
  );
  const show = { title: 'Show Results', run: () => commands.executeCommand(`${viewIds.runs}.focus`) };
  const change = { title: 'Choose Scenario', run: () => commands.executeCommand(commandIds.chooseScenario) };
  const actions = [
    ...(isVisible ? [] : [show]),
    ...(status.searchable === undefined ? [] : [commandAction(titles, commandIds.findRejected)]),
    ...(scenario === undefined ? [] : [change]),
  ];
  await (isWell ? notices.inform(words, ...actions) : notices.warn(words, ...actions));
}

/** What keeps a run from ending, and what to do. */
function whyNot({ phase, pause, unwritten }: RunStatus, silence: ReturnType<typeof silenceOf>): readonly Said[] {
  const rest = phase === 'paused' ? pause : silence;
  const words = [unwritten?.cause, unwritten?.remedy, rest?.cause, rest?.remedy].filter((part) => part !== undefined);
  return words.map((part) => relayed(part));
}
