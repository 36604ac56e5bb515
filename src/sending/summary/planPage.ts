import type { AttributeComparison } from '../../core/baseline/comparison';
import { guards } from '../../core/guards/checks/table';
import { decisionOf } from '../../core/guards/checkGuards';
import { utcTime } from '../../core/text/time/utcTime';
import type { GuardDecision, GuardFinding } from '../../core/guards/guard';
import type { GuardFacts } from '../../core/guards/guardFacts';
import { textsToType } from '../../core/guards/textsToType';
import type { Markdown } from '../../language/shared/markdown';
import { bulletList, code, paragraphs, prose, table, words } from '../../language/shared/markdown';
import type { PeopleCount, PlanSummary } from './planSummary';
import { cloudTitle, describeLines, describeSize, leftOut, summarisePeople } from './planSummary';

/** Maximum characters of guards' messages, which contain ids and names that the page shows in full. */
const LONG = 2_000;
const NAMED_LINES = 10;
const NAMED_ATTRIBUTES = 50;

/** Non-breaking spaces keep a decision on one line in a narrow column. */
const DECISIONS: Readonly<Record<GuardDecision, Markdown>> = {
  pass: words`✓\u00a0passes`,
  ask: words`?\u00a0asks`,
  type: words`⌨\u00a0wants\u00a0typing`,
  stop: words`✗\u00a0stops`,
};

/** A plan as one page: its target, its effects on people, what is left out, and every guard. Names no person. */
export function planPage(summary: PlanSummary): Markdown {
  const { facts, findings } = summary;
  const { counts, by } = summarisePeople(facts);
  const left = leftOut(facts);
  const attributes = changedAttributes(facts);
  return paragraphs(
    words`# ${facts.plan.target.kind === 'sandbox' ? words`SANDBOX` : words`REAL tenant`}: plan for ${code(facts.plan.source.name, 100)}`,
    words`**${verdict(findings)}**`,
    ...typing(findings),
    words`## Where it goes`,
    bulletList(where(facts)),
    words`## What is sent`,
    prose(describeSize(summary), LONG),
    facts.plan.pilot > 0 &&
      words`The first request is a pilot of ${facts.plan.pilot}: the others follow after you have checked its log entries.`,
    words`## What happens to people`,
    prose(by),
    bulletList(counts.map(countLine)),
    left.length > 0 && words`## Left out`,
    bulletList(left.map(countLine)),
    attributes.length > 0 && words`## Changed attributes`,
    attributes.length > 0 && attributeTable(attributes),
    words`## Guards`,
    guardTable(findings),
    words`Plan ${code(facts.plan.plan, LONG)}. This page names no person.`,
  );
}

function verdict(findings: readonly GuardFinding[]): Markdown {
  return {
    pass: words`This plan needs no confirmation.`,
    ask: words`This plan needs your confirmation.`,
    type: words`This plan needs a confirmation that you type.`,
    stop: words`This plan cannot be sent as it is.`,
  }[decisionOf(findings)];
}

function typing(findings: readonly GuardFinding[]): readonly (Markdown | false)[] {
  const texts = decisionOf(findings) === 'type' ? textsToType(findings) : [];
  if (texts.length === 0) return [];
  return [
    words`## What to type`,
    bulletList(
      texts.map(({ text, findings: [first] }) => words`${code(text, LONG)}: ${prose(first?.message ?? '', LONG)}`),
    ),
  ];
}

function where(facts: GuardFacts): readonly Markdown[] {
  const { kind, tenantId, servicePrincipalId, jobId } = facts.plan.target;
  const { name, modifiedAt } = facts.plan.source;
  const written = modifiedAt === undefined ? words`` : words`, written on ${prose(utcTime(modifiedAt))}`;
  const source = words`File ${code(name, 100)}${written}`;
  const job = words`Job ${code(jobId, 200)} of application ${code(servicePrincipalId)}`;
  const connection = words`Connection ${code(facts.plan.connection.name, 100)}`;
  if (kind === 'sandbox')
    return [words`A **SANDBOX** on this machine: nobody real is changed`, connection, job, source];
  return [
    words`The **REAL** tenant ${code(facts.tenantName, 100)}, ${code(tenantId)}`,
    words`Cloud ${prose(cloudTitle(facts))}`,
    connection,
    job,
    source,
  ];
}

function countLine({ count, words: what, records }: PeopleCount): Markdown {
  const lines = records === undefined ? '' : describeLines(records, NAMED_LINES);
  return lines === '' ? words`${count} ${prose(what)}` : words`${count} ${prose(what)}: ${prose(lines)}`;
}

function changedAttributes({ comparison }: GuardFacts): readonly AttributeComparison[] {
  const all = ('known' in comparison && comparison.known?.attributes) || [];
  return all.filter(({ changed, emptied }) => changed + emptied > 0);
}

function attributeTable(attributes: readonly AttributeComparison[]): Markdown {
  const rows = attributes
    .slice(0, NAMED_ATTRIBUTES)
    .map(({ path, had, changed, emptied }) => [code(path, 200), words`${changed}`, words`${emptied}`, words`${had}`]);
  const more = attributes.length - rows.length;
  return paragraphs(
    table([words`Attribute`, words`value changed`, words`value removed`, words`had a value`], rows),
    more > 0 && words`And ${more} more.`,
  );
}

/** Findings that do not pass come first. */
function guardTable(findings: readonly GuardFinding[]): Markdown {
  const rank = ({ decision }: GuardFinding) => ['stop', 'type', 'ask', 'pass'].indexOf(decision);
  const sorted = findings.toSorted((a, b) => rank(a) - rank(b));
  return table(
    [words`Guard`, words`Decision`, words`What it found`],
    sorted.map((finding) => [
      words`${code(finding.id)} ${prose(guards.find(({ id }) => id === finding.id)?.title ?? '')}`,
      DECISIONS[finding.decision],
      found(finding),
    ]),
  );
}

function found({ message, records }: GuardFinding): Markdown {
  const lines = records === undefined ? '' : describeLines(records, NAMED_LINES);
  if (lines === '') return prose(message, LONG);
  return words`${prose(message, LONG)} See ${prose(lines)}.`;
}
