import { expect, it } from 'vitest';
import { silenceOf } from '../../src/core/run/account/silenceOf';
import { Run } from '../../src/core/run/run';
import { scenarios } from '../../src/sandbox/scenarios/table';
import { runElement } from '../../src/views/runTree';
import { shownRun } from '../../src/views/shownRun';
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

function shownOf(run: Run) {
  const { account } = run;
  const silence = silenceOf(account);
  const batches = account.batches.length;
  const accepted = account.batches.filter(({ state }) => state === 'accepted').length;
  const phase = account.counts.waiting > 0 ? 'awaiting-log' : 'complete';
  const names = { id: 'run-1', extract: 'people.csv', target: 'Contoso', isReal: false, at: 0 };
  const known = { counts: account.counts, leftOut: account.records.leftOut, account, ...(silence && { silence }) };
  const progress = { phase, requests: batches, accepted } as const;
  return shownRun({ ...names, progress, keeper: { kind: 'nobody' }, ...known }, () => '08:00');
}

it('the tree of a run reads in every scenario as it was approved', async () => {
  const sights: string[] = [];
  for (const { name, title } of scenarios) sights.push(`## ${title}`, '', ...(await sightOf(name)), '');
  await expect(sights.join('\n')).toMatchFileSnapshot('scenarioTrees.txt');
});
