import type { Progress } from 'vscode';
import { commands, ProgressLocation, window, workspace } from 'vscode';
import { formatCount, summariseAccount } from '../core/run/describeAccount';
import type { Plan } from '../core/run/plan';
import { Run } from '../core/run/run';
import { systemClock } from '../tenant/clock';
import type { RunEvent } from '../tenant/executeRun';
import { executeRun } from '../tenant/executeRun';
import { viewIds } from './contributions';
import type { StoredRun } from './runStore';
import type { Services } from './services';
import { UserError } from './userError';

/** Milliseconds between looks at the sandbox's log, and after which to give up on what it does not answer. */
const SANDBOX_LOG = { interval: 3000, deadline: 120_000 };

/** Nothing is sent of what a stranger may have written. */
export function refuseUntrusted(): void {
  if (workspace.isTrusted) return;
  throw new UserError('Nothing is sent from a workspace that is not trusted.', {
    title: 'Manage Trust',
    run: () => commands.executeCommand('workbench.trust.manage'),
  });
}

/** Sends a plan to the sandbox tenant and follows the log until every operation is answered. Gives the account in a sentence. */
export async function sendPlan(
  services: Services,
  plan: Plan,
  source: Pick<StoredRun, 'extract' | 'extractName' | 'mapping'>,
): Promise<string> {
  const tenant = await services.sandbox.tenant();
  const stored = services.runs.add({
    ...source,
    run: new Run(plan, new Date().toISOString()),
    target: tenant.name,
    phase: 'sending',
    status: 'sending',
  });
  void commands.executeCommand(`${viewIds.runs}.focus`, { preserveFocus: true });
  await window.withProgress(
    { location: ProgressLocation.Notification, title: `${stored.extractName} → ${tenant.name}`, cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => {
        stop.abort();
      });
      try {
        for await (const event of executeRun(tenant, stored.run, {
          clock: systemClock,
          signal: stop.signal,
          follow: SANDBOX_LOG,
        }))
          tell(event, stored, services, progress);
      } finally {
        stored.run.noteStopped();
        services.runs.update(stored.id, { phase: 'ended', status: new Date().toLocaleTimeString() });
      }
    },
  );
  void offerResults(stored);
  return summariseAccount(stored.run.account);
}

function tell(
  event: RunEvent,
  stored: StoredRun,
  { runs }: Services,
  progress: Progress<{ message?: string; increment?: number }>,
): void {
  const total = stored.run.plan.batches.length;
  if (event.phase === 'following') {
    const expected = stored.run.expected.length;
    const { waiting } = stored.run.account.counts;
    const status = `log: ${formatCount(expected - waiting)} of ${formatCount(expected)} answered`;
    runs.update(stored.id, { phase: 'following', status });
    progress.report({ message: status });
    return;
  }
  if (event.type === 'accepted') {
    const status = `request ${formatCount(event.batch)} of ${formatCount(total)} accepted`;
    runs.update(stored.id, { phase: event.batch === total ? 'following' : 'sending', status });
    progress.report({ message: status, increment: 100 / total });
  } else if (event.type === 'waiting') {
    progress.report({ message: `the service asks to wait ${formatCount(Math.ceil(event.ms / 1000))} seconds` });
  } else if (event.type === 'failed') {
    progress.report({ message: event.error.message });
  }
}

async function offerResults({ run, extractName }: StoredRun): Promise<void> {
  const show = 'Show Results';
  const { counts } = run.account;
  const bad = counts.failed + counts.refused + counts.rejected + counts.unknown + counts['not-sent'] > 0;
  const words = `${extractName}: ${summariseAccount(run.account)}.`;
  const chosen = await (bad ? window.showWarningMessage(words, show) : window.showInformationMessage(words, show));
  if (chosen === show) await commands.executeCommand(`${viewIds.runs}.focus`);
}
