import type { Progress } from 'vscode';
import { commands, ProgressLocation, window, workspace } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { formatCount, summariseAccount } from '../../core/run/describeAccount';
import type { Plan } from '../../core/run/plan';
import { Run } from '../../core/run/run';
import { systemClock } from '../../tenant/clock';
import type { RunEvent } from '../../tenant/executeRun';
import { executeRun } from '../../tenant/executeRun';
import { commandIds, viewIds } from '../contributions';
import { extractPlace, fileName, mappingText } from '../extractFile';
import type { StoredRun } from '../runStore';
import type { Services } from '../services';
import { UserError } from '../userError';
import { defineCommand } from './command';
import type { Conversion } from './extractArgument';
import { conversionOf } from './extractArgument';

/** Milliseconds between looks at the sandbox's log, and after which to give up on what it does not answer. */
const SANDBOX_LOG = { interval: 3000, deadline: 120_000 };

/** Converts an extract, sends it to the sandbox tenant and follows the log until every operation is answered. */
export const sendToSandbox = defineCommand(
  commandIds.sendToSandbox,
  'Send to Sandbox Tenant',
  async (services, args) => {
    if (!workspace.isTrusted)
      throw new UserError('Nothing is sent from a workspace that is not trusted.', {
        title: 'Manage Trust',
        run: () => commands.executeCommand('workbench.trust.manage'),
      });
    const conversion = await conversionOf(args);
    const { plan, mapping } = await planOf(services, conversion);
    const tenant = await services.sandbox.tenant();
    const stored = services.runs.add({
      run: new Run(plan, new Date().toISOString()),
      extract: conversion.extract,
      extractName: fileName(conversion.extract),
      mapping,
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
  },
);

/** The plan and the text of its mapping, as the files stand now: nothing is sent of an extract that cannot be read to its end. */
async function planOf(
  { conversions, settings }: Services,
  { extract, mapping, moment, fingerprint }: Conversion,
): Promise<{ readonly plan: Plan; readonly mapping: string }> {
  const text = await mappingText(mapping);
  if (!isUsable(loadMapping(text)))
    throw new UserError(
      `${fileName(mapping)} has problems; nothing was sent. They are listed in the Problems view.`,
      showProblems,
    );
  const key = `send ${extract.toString()}`;
  const { limits } = settings.current;
  const bytes = await extractPlace(extract);
  const summary = await conversions.ask('open', { key, bytes, mapping: text, moment, limits });
  const plan = await conversions.ask('plan', { key });
  await conversions.ask('drop', { key });
  if (summary.kind === 'problems' || plan === undefined) {
    const first = summary.kind === 'problems' ? summary.problems[0]?.message : undefined;
    throw new UserError(`${fileName(extract)} cannot be used; nothing was sent. ${first ?? ''}`);
  }
  if (fingerprint !== undefined && summary.fingerprint !== fingerprint)
    throw new UserError(
      `${fileName(extract)} has changed since it was previewed; nothing was sent. Look at the preview, which is read anew, and send then.`,
    );
  const { duplicates, operations } = plan.counts;
  if (duplicates > 0) {
    const records = duplicates === 1 ? 'One record has' : `${formatCount(duplicates)} records have`;
    throw new UserError(`${records} an id that another record has too; nothing was sent. The preview lists them.`);
  }
  if (operations === 0)
    throw new UserError(`${fileName(extract)} holds nothing to send: no record becomes an operation.`);
  return { plan, mapping: text };
}

const showProblems = { title: 'Show Problems', run: () => commands.executeCommand('workbench.actions.view.problems') };

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
