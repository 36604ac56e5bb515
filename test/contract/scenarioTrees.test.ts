import { expect, it } from 'vitest';
import { silenceOf } from '../../src/core/run/account/silenceOf';
import { Run } from '../../src/core/run/run';
import { scenarios } from '../../src/sandbox/scenarios/table';
import { runElement } from '../../src/views/runTree';
import type { RunFacts } from '../../src/views/shownRun';
import { shownRun } from '../../src/views/shownRun';
import { formatAge } from '../../src/core/text/time/formatAge';
import { tenantSchedule } from '../../src/tenant/reconciling/logSchedule';
import { person } from '../support/people';
import { planOf } from '../support/planText';
import type { ReconcileRig } from '../support/reconcileRig';
import { createReconcileRig } from '../support/reconcileRig';
import { hoveredTreeText } from '../support/treeText';

/** Six people, in requests of three, a record that cannot be converted and one that is left out. */
const KINDS = ['sent', 'sent', 'refused', 'sent', 'excluded', 'sent', 'sent', 'sent'] as const;

/** A run in a scenario, as far as its log says what became of it. */
async function runIn(rig: ReconcileRig, active: boolean): Promise<Run> {
  const run = new Run(planOf(KINDS, 3), new Date(rig.clock.now()).toISOString());
  await rig.send(run, (id) => person(id, { active }));
  await rig.follow(run);
  return run;
}

/** The tree of a run in a scenario with its hovers, once the log is no longer read. */
async function sightOf(name: string): Promise<readonly string[]> {
  const rig = createReconcileRig();
  rig.enter(name);
  const run = await runIn(rig, true);
  // Nobody can leave who is not there
  const shown = name === 'accidental-deletions' ? await runIn(rig, false) : run;
  return hoveredTreeText([runElement(shownOf(shown))]);
}

/** Milliseconds after sending at which somebody looks at a run that waits for a tenant's log: at once, and when its log is late. */
const LOOKS = [60_000, 41 * 60_000] as const;

/** What is said of a run of a tenant in a scenario while its log is awaited: its row, and the notes below it. */
async function waitOf(name: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const deadline of LOOKS) {
    const rig = createReconcileRig();
    rig.enter(name);
    const run = new Run(planOf(KINDS, 3), new Date(rig.clock.now()).toISOString());
    await rig.send(run, (id) => person(id));
    const events = await rig.follow(run, { schedule: tenantSchedule, deadline });
    const end = events.at(-1);
    const isOver = end?.type === 'ended' && end.why !== 'deadline';
    const { clockAhead } = run;
    const more = {
      isReal: true,
      keeper: { kind: isOver ? 'nobody' : 'here' },
      ...(clockAhead && { clockAhead }),
    } as const;
    const { state, notes } = shownOf(run, more);
    lines.push(
      `After ${formatAge(deadline)}: ${state.words}`,
      ...notes.map(({ label, text }) => `  ${label}: ${text}`),
    );
  }
  return lines;
}

function shownOf(run: Run, more: Partial<RunFacts> = {}) {
  const { account } = run;
  const silence = silenceOf(account);
  const batches = account.batches.length;
  const accepted = account.batches.filter(({ state }) => state === 'accepted').length;
  const phase = account.counts.waiting > 0 ? 'awaiting-log' : 'complete';
  const names = { id: 'run-1', extract: 'people.csv', target: 'Contoso', isReal: false, at: 0 };
  const known = { counts: account.counts, leftOut: account.records.leftOut, account, ...(silence && { silence }) };
  const progress = { phase, requests: batches, accepted } as const;
  return shownRun({ ...names, progress, keeper: { kind: 'nobody' }, ...known, ...more }, () => '08:00');
}

it('the tree of a run reads in every scenario as it was approved', async () => {
  const sights: string[] = [];
  for (const { name, title } of scenarios) sights.push(`## ${title}`, '', ...(await sightOf(name)), '');
  await expect(sights.join('\n')).toMatchFileSnapshot('scenarioTrees.txt');
});

it('the wait for a log reads in every scenario as it was approved', async () => {
  const waits: string[] = [];
  for (const { name, title } of scenarios) waits.push(`## ${title}`, '', ...(await waitOf(name)), '');
  await expect(waits.join('\n')).toMatchFileSnapshot('scenarioWaits.txt');
});
