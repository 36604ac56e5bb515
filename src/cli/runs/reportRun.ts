import { extname } from 'node:path';
import type { Explanation } from '../../core/logs/explanations';
import { writeNew } from '../../files/writeWhole';
import type { KeptRun } from '../../runs/runStore';
import type { ShownRun } from '../../sending/keptRuns';
import { openRun } from '../../sending/openRun';
import type { Exported, ResultsRequest } from '../../sending/results/exportResults';
import { resultsAsCsv, resultsAsJson, resultsAsPage } from '../../sending/results/exportResults';
import type { Invocation } from '../command';
import { choice, UsageError } from '../command';
import { extractSource } from '../input/extractSource';
import { ExitCode } from '../terminal/exitCode';
import { namingSource } from './keptSource';
import type { RunCall } from './runCall';
import { keptRun } from './runCall';

const FORMS = ['csv', 'json', 'html'] as const;
type ReportForm = (typeof FORMS)[number];

/** A file with personal data may only be readable by its owner. */
const OWN = 0o600;

/** The format of a report: the given one, or else the one of the file's extension. Throws `UsageError`. */
export function reportForm(invocation: Invocation, json: boolean): ReportForm {
  const out = invocation.option('out');
  const byName = FORMS.find((form) => out !== undefined && extname(out).toLowerCase() === `.${form}`);
  const form = choice(invocation, 'as', FORMS, byName ?? (json ? 'json' : 'csv'));
  if (invocation.flag('names') && form !== 'html')
    throw new UsageError('--names is only for --as html: the other formats name everybody.');
  return form;
}

/** Writes the results of everybody in a run, each beside the person's record in the extract. */
export async function reportRun(call: RunCall): Promise<ExitCode> {
  const { invocation, say } = call;
  const form = reportForm(invocation, call.json);
  const kept = await keptRun(call);
  if (!('plan' in kept)) return refused(call, { cause: kept.fault.message, remedy: kept.fault.remedy });
  const found = await namingSource(kept.plan, invocation);
  const shown = await openRun(call.context.store, call.id, found?.planner);
  await found?.planner.close();
  if (shown === undefined || 'fault' in shown)
    return refused(call, {
      cause: shown?.fault.message ?? 'The run was removed just now.',
      remedy: shown?.fault.remedy ?? '',
    });
  const { account } = shown.run;
  await noteMissing(call, kept, shown);
  const isNamed = invocation.flag('names');
  const exported: Exported =
    form === 'html'
      ? { bytes: oneBlock(await resultsAsPage({ kept, account, isNamed })) }
      : await exportAs(form, {
          kept,
          people: account.records,
          read: readerOf(kept, invocation),
          ...(found && { mapping: found.loaded }),
        });
  if ('refusal' in exported) return refused(call, exported.refusal);
  const out = invocation.option('out');
  if (out === undefined) for await (const bytes of exported.bytes) await invocation.terminal.data(bytes);
  else {
    await writeNew(out, exported.bytes, form === 'html' && !isNamed ? {} : { mode: OWN });
    await say(`Wrote ${out}.`);
  }
  return ExitCode.ok;
}

function exportAs(form: 'csv' | 'json', request: ResultsRequest): Promise<Exported> {
  return form === 'csv' ? resultsAsCsv(request) : resultsAsJson(request);
}

async function* oneBlock(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(Buffer.from(text));
}

/** Reads the extract that the command names, or else the one that the run recorded. */
function readerOf({ plan: { source } }: KeptRun, invocation: Invocation): ResultsRequest['read'] {
  const path = invocation.option('extract') ?? source.path;
  if (path !== undefined) return extractSource(path, invocation.terminal);
  if (source.kind === 'payload') return nothing;
  throw new UsageError(`${source.name} is not kept. Pass the same extract with --extract, or - for standard input.`);
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // A payload has no rows
}

/** Reports what a reader may miss in the report. */
async function noteMissing({ say }: RunCall, { plan, fault }: KeptRun, { run, isNamed }: ShownRun): Promise<void> {
  if (fault !== undefined) await say(`${fault.message} ${fault.remedy}`);
  if (!isNamed && plan.source.kind === 'extract' && run.account.counts.refused > 0)
    await say(
      'The report does not say why records were skipped as invalid, because the extract or the mapping has changed.',
    );
}

async function refused({ say }: RunCall, { cause, remedy }: Explanation): Promise<ExitCode> {
  await say(`${cause} ${remedy}`.trim());
  return ExitCode.problems;
}
