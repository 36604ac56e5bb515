import type { GuardFinding } from '../../core/guards/guard';
import type { GuardFacts } from '../../core/guards/guardFacts';
import { listNames } from '../../core/guards/listNames';
import { formatCount } from '../../core/text/formatCount';
import { visible } from '../../core/text/visible';
import type { PeopleCount, PlanSummary } from './planSummary';
import { cloudTitle, describeLines, describeSize, leftOut, summarisePeople } from './planSummary';

const NAMED_LINES = 5;
const SAID_GUARDS = 4;
/** Digits of the hash to show, which are enough to tell plans apart. */
const HASH_DIGITS = 12;

/**
 * A plan in at most twelve lines of text, for the command line and the detail of a dialog. Names no person. External
 * text is on one line, and must still be escaped for display.
 */
export function planLines(summary: PlanSummary): readonly string[] {
  return [...factLines(summary), ...guardLines(summary.findings), hashLine(summary.facts)];
}

/** The lines without the guards' findings: the target, the size, and the effects on people. */
export function factLines(summary: PlanSummary): readonly string[] {
  const { facts } = summary;
  const { counts } = summarisePeople(facts);
  const left = leftOut(facts);
  return [
    whereTo(facts),
    describeSize(summary),
    ...(counts.length === 0 ? [] : [`Of these: ${counts.map(describeCount).join('; ')}.`]),
    ...(left.length === 0 ? [] : [`Left out: ${left.map(describeCount).join('; ')}.`]),
    ...changedAttributes(facts),
  ];
}

/** The beginning of the plan's hash. */
export function hashLine({ plan }: GuardFacts): string {
  return `Plan ${plan.plan.slice(0, HASH_DIGITS)}`;
}

function whereTo(facts: GuardFacts): string {
  const { kind, jobId } = facts.plan.target;
  const source = visible(facts.plan.source.name, 100);
  if (kind === 'sandbox') return `${source} to a SANDBOX on this machine, job ${jobId}.`;
  return `${source} to the REAL tenant ${visible(facts.tenantName, 100)}, cloud ${cloudTitle(facts)}, job ${jobId}.`;
}

function describeCount({ count, words, records }: PeopleCount): string {
  const lines = records === undefined ? '' : describeLines(records, NAMED_LINES);
  return `${formatCount(count)} ${words}${lines === '' ? '' : ` (${lines})`}`;
}

function changedAttributes({ comparison }: GuardFacts): readonly string[] {
  const all = ('known' in comparison && comparison.known?.attributes) || [];
  const changed = all
    .filter((each) => each.changed + each.emptied > 0)
    .toSorted((a, b) => b.changed + b.emptied - a.changed - a.emptied);
  return changed.length === 0 ? [] : [`Changed attributes: ${listNames(changed.map(({ path }) => path))}.`];
}

/** Findings that do not pass, strictest first. */
export function guardLines(findings: readonly GuardFinding[]): readonly string[] {
  const order = { stop: 0, type: 1, ask: 2, pass: 3 } as const;
  const open = findings
    .filter(({ decision }) => decision !== 'pass')
    .toSorted((a, b) => order[a.decision] - order[b.decision]);
  const more = open.slice(SAID_GUARDS).map(({ id }) => id);
  return [
    ...open.slice(0, SAID_GUARDS).map(({ id, decision, typed = '', message }) => {
      const what = { stop: 'Stops', type: `Wants "${typed}" typed`, ask: 'Asks', pass: 'Passes' }[decision];
      return `${what} (${id}): ${message}`;
    }),
    ...(more.length === 0 ? [] : [`Also: ${listNames(more)}.`]),
  ];
}
