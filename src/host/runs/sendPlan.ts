import { commands, ProgressLocation, window, workspace } from 'vscode';
import type { OpenedConnection } from '../../connections/connection';
import { summariseAccount } from '../../core/run/describeAccount';
import { isAllWell } from '../../core/run/recordState';
import type { Sending } from '../../core/run/plannedBody';
import { Run } from '../../core/run/run';
import { commandIds, viewIds } from '../contributions';
import { followRun } from './followRun';
import type { StoredRun } from './runStore';
import type { Services } from '../services';
import type { Trouble } from '../tellTrouble';
import { tellTrouble } from '../tellTrouble';
import { UserError } from '../userError';

/** Nothing is sent of what a stranger may have written. */
export function refuseUntrusted(): void {
  if (workspace.isTrusted) return;
  throw new UserError('Nothing is sent from a workspace that is not trusted.', {
    title: 'Manage Trust',
    run: () => commands.executeCommand('workbench.trust.manage'),
  });
}

/** Where what is sent came from. */
type RunSource = Pick<StoredRun, 'extract' | 'extractName' | 'mapping'>;

/** Sends a plan over the connection in use and follows the log until every operation is answered. Gives the account in a sentence. */
export async function sendPlan(services: Services, sending: Sending, source: RunSource): Promise<string> {
  const opened = await services.connections.active.open();
  try {
    return await sendOver(opened, services, sending, source);
  } finally {
    await opened.close();
  }
}

async function sendOver(
  opened: OpenedConnection,
  services: Services,
  { plan, bodies }: Sending,
  source: RunSource,
): Promise<string> {
  const { tenant } = opened;
  const stored = services.runs.add({
    ...source,
    run: new Run(plan, new Date().toISOString()),
    target: tenant.name,
    phase: 'sending',
    status: 'sending',
  });
  void commands.executeCommand(`${viewIds.runs}.focus`, { preserveFocus: true });
  const trouble = await window.withProgress(
    { location: ProgressLocation.Notification, title: `${stored.extractName} → ${tenant.name}`, cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      let found: Trouble | undefined;
      try {
        found = await followRun(opened, stored, bodies, services.runs, progress, stop.signal);
        return found;
      } finally {
        stored.run.noteStopped();
        const time = new Date().toLocaleTimeString();
        services.runs.update(stored.id, { phase: 'ended', status: found?.isPause === true ? `${time}, paused` : time });
      }
    },
  );
  void offerResults(stored, opened, tellTrouble(stored.run.account, trouble));
  return summariseAccount(stored.run.account);
}

async function offerResults(
  { run, extractName }: StoredRun,
  { powers, tenant }: OpenedConnection,
  trouble: string | undefined,
): Promise<void> {
  const show = 'Show Results';
  const change = 'Choose Scenario';
  const isGood = isAllWell(run.account.counts);
  const scenario = powers?.trouble;
  const words = [
    `${extractName}: ${summariseAccount(run.account)}.`,
    ...(trouble === undefined ? [] : [trouble]),
    ...(scenario === undefined ? [] : [`(The scenario of ${tenant.name} is ${scenario.title}.)`]),
  ].join(' ');
  const actions = scenario === undefined ? [show] : [show, change];
  const chosen = await (isGood
    ? window.showInformationMessage(words, ...actions)
    : window.showWarningMessage(words, ...actions));
  if (chosen === show) await commands.executeCommand(`${viewIds.runs}.focus`);
  if (chosen === change) await commands.executeCommand(commandIds.chooseScenario);
}
