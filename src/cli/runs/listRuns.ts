import type { LeftOut } from '../../core/run/account/runAccount';
import { leftOutIn } from '../../core/run/account/runAccount';
import type { RecordState } from '../../core/run/recordState';
import type { RunStore, RunSummary } from '../../runs/runStore';
import { openRun } from '../../sending/openRun';
import type { Invocation } from '../command';
import { readingContext } from '../sending/sendingTools';
import { ExitCode } from '../terminal/exitCode';
import { jsonLine, messageLine } from '../terminal/terminal';
import type { RunRow } from './runRow';
import { describeRow } from './runRow';

/** Prints all runs of this machine, newest first. */
export async function listRuns({ terminal }: Invocation, json: boolean): Promise<ExitCode> {
  const { store } = await readingContext(terminal);
  const summaries = await store.list();
  const rows: RunRow[] = [];
  for (const summary of summaries) rows.push(await rowOf(store, summary));
  if (json) await terminal.out(jsonLine(rows));
  else
    await terminal.out(
      rows
        .flatMap((row, index) => describeRow(row, leftOutOf(row, summaries[index])))
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (rows.length === 0) await terminal.err(messageLine('Nothing was sent from this machine.', json));
  return ExitCode.ok;
}

function leftOutOf({ counts }: RunRow, summary: RunSummary | undefined): LeftOut {
  return leftOutIn(counts.excluded === undefined ? {} : (summary?.plan?.counts ?? {}));
}

async function rowOf(store: RunStore, { id, madeAt, plan, fault, closed }: RunSummary): Promise<RunRow> {
  const known = { run: id, connection: plan?.connection.name ?? '', extract: plan?.source.name ?? '' };
  const counts = closed?.counts as Readonly<Partial<Record<RecordState, number>>> | undefined;
  if (plan === undefined || fault !== undefined)
    return { ...known, startedAt: madeAt, state: 'damaged', counts: counts ?? {} };
  if (counts !== undefined) return { ...known, startedAt: madeAt, state: 'complete', counts };
  const shown = await openRun(store, id);
  if (shown === undefined || 'fault' in shown) return { ...known, startedAt: madeAt, state: 'damaged', counts: {} };
  const { kept, run, status } = shown;
  const state = kept.fault === undefined ? status.phase : 'damaged';
  return { ...known, startedAt: kept.state.startedAt ?? madeAt, state, counts: run.account.counts };
}
