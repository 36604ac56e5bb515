import { commands, workspace } from 'vscode';
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
import { named, relayed, say, sentences } from '../messages/say';
import type { NoticeAction } from '../messages/userError';
import { UserError } from '../messages/userError';
import { plainText } from '../../core/text/plainText';

/** Nothing is sent of what a stranger may have written. */
export function refuseUntrusted(): void {
  if (workspace.isTrusted) return;
  throw new UserError(say`Nothing is sent from a workspace that is not trusted.`, {
    action: { title: 'Manage Trust', run: () => commands.executeCommand('workbench.trust.manage') },
  });
}

/** This version sends over some connections alone, and says so before anything is read or planned. */
export async function refuseUnsendable({ connections }: Pick<Services, 'connections'>): Promise<void> {
  const active = await connections.settle();
  if (active.isSendable) return;
  const other = connections.all.find(({ isSendable }) => isSendable);
  const use = (name: string): NoticeAction => ({
    title: `Use ${plainText(name)}`,
    run: async () => {
      await Promise.resolve();
      connections.use(name);
    },
  });
  throw new UserError(
    say`Nothing was sent to ${named(active.name)}: this version sends to the sandbox tenant only. Use the sandbox tenant, then send again.`,
    other === undefined ? {} : { action: use(other.name) },
  );
}

/** Where what is sent came from. */
type RunSource = Pick<StoredRun, 'extract' | 'extractName' | 'mapping'>;

/** Sends a plan over the connection in use and follows the log until every operation is answered. Gives the account in a sentence. */
export async function sendPlan(services: Services, sending: Sending, source: RunSource): Promise<string> {
  const opened = await (await services.connections.settle()).open();
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
  const trouble = await services.notices.progress(
    say`${named(stored.extractName)} → ${named(tenant.name)}`,
    async (report, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      let found: Trouble | undefined;
      try {
        found = await followRun(opened, stored, bodies, services.runs, report, stop.signal);
        return found;
      } finally {
        stored.run.noteStopped();
        const time = new Date().toLocaleTimeString();
        services.runs.update(stored.id, { phase: 'ended', status: found?.isPause === true ? `${time}, paused` : time });
      }
    },
  );
  void offerResults(services, stored, opened, tellTrouble(stored.run.account, trouble));
  return summariseAccount(stored.run.account);
}

async function offerResults(
  { notices }: Services,
  { run, extractName }: StoredRun,
  { powers, tenant }: OpenedConnection,
  trouble: string | undefined,
): Promise<void> {
  const isGood = isAllWell(run.account.counts);
  const scenario = powers?.trouble;
  const words = sentences(
    say`${named(extractName)}: ${relayed(summariseAccount(run.account))}.`,
    trouble === undefined ? undefined : relayed(trouble),
    scenario === undefined ? undefined : say`(The scenario of ${named(tenant.name)} is ${named(scenario.title)}.)`,
  );
  const show = { title: 'Show Results', run: () => commands.executeCommand(`${viewIds.runs}.focus`) };
  const change = { title: 'Choose Scenario', run: () => commands.executeCommand(commandIds.chooseScenario) };
  const actions = scenario === undefined ? [show] : [show, change];
  await (isGood ? notices.inform(words, ...actions) : notices.warn(words, ...actions));
}
