import { describe, expect, it } from 'vitest';
import type { CampaignOutcome } from '../../support/campaign/campaignOutcome';
import { runCampaign } from '../../support/campaign/campaignRun';
import { everyFault } from '../../support/campaign/faults';

/** `npm run campaign` asks for more, and for others. */
const RUNS = Number(process.env.CAMPAIGN_RUNS ?? 300);
const FIRST_SEED = Number(process.env.CAMPAIGN_SEED ?? 1);
/** Most of the time a run waits for an answer that does not come. */
const AT_A_TIME = 8;
/** Runs after which a campaign has met every fault. */
const ENOUGH_FOR_ALL = 300;

describe('sending over a network that cannot be trusted', () => {
  it(
    `keeps every promise over ${RUNS} schedules`,
    async () => {
      const outcomes = await runAll();
      const met = totalOf(outcomes.map((outcome) => outcome.met));
      console.log(figuresOf(outcomes, met));
      const broken = outcomes.filter(({ violations }) => violations.length > 0);
      expect(broken.map(({ seed, violations }) => ({ seed, violations: violations.slice(0, 5) }))).toEqual([]);
      if (RUNS < ENOUGH_FOR_ALL) return;
      expect(everyFault.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
      expect(sumOf(outcomes, ({ kills }) => kills)).toBeGreaterThan(RUNS / 10);
      expect(sumOf(outcomes, ({ resumptions }) => resumptions)).toBeGreaterThan(RUNS / 10);
      expect(sumOf(outcomes, ({ searches }) => searches)).toBeGreaterThan(RUNS / 10);
      expect(sumOf(outcomes, ({ named }) => named)).toBeGreaterThan(RUNS / 10);
    },
    RUNS * 20_000,
  );
});

async function runAll(): Promise<readonly CampaignOutcome[]> {
  const outcomes: CampaignOutcome[] = [];
  let next = FIRST_SEED;
  const work = async (): Promise<void> => {
    while (next < FIRST_SEED + RUNS) outcomes.push(await runCampaign(next++));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return outcomes;
}

function figuresOf(outcomes: readonly CampaignOutcome[], met: ReadonlyMap<string, number>): string {
  const states = totalOf(outcomes.map((outcome) => outcome.states));
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort((one, other) => other[1] - one[1])
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `seeds ${FIRST_SEED} to ${FIRST_SEED + RUNS - 1}: ${sumOf(outcomes, ({ plans }) => plans)} plans,`,
    `${sumOf(outcomes, ({ searches }) => searches)} of them searches that name ${sumOf(outcomes, ({ named }) => named)} records,`,
    `${sumOf(outcomes, ({ requests }) => requests)} requests, ${sumOf(outcomes, ({ kills }) => kills)} kills,`,
    `${sumOf(outcomes, ({ resumptions }) => resumptions)} resumptions,`,
    `${sumOf(outcomes, ({ violations }) => violations.length)} violations`,
    `\nrecords: ${list(states)}\nanswers and faults (${met.size} kinds): ${list(met)}`,
  ].join(' ');
}

function totalOf(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const each of counts) for (const [name, count] of each) total.set(name, (total.get(name) ?? 0) + count);
  return total;
}

function sumOf(outcomes: readonly CampaignOutcome[], count: (outcome: CampaignOutcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
}
