import { explainCode } from '../../core/logs/explain';
import type { KnownStatus, KnownStepType } from '../../core/logs/logEntry';
import type { Outcome } from '../../core/logs/outcome';
import type { Change } from '../../core/provisioning/change';
import { changeOutcome } from '../../core/provisioning/changeOutcome';
import { code, table, visible } from '../markdown';

/** What would become of the people of a payload, and by what it was told. */
export interface Foretelling {
  /** The payload's name. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** How many accounts the directory had that it was tried on. */
  readonly accounts: number;
}

/** People who are told of one by one. */
const TOLD = 100;

const WORDS: Readonly<Record<Outcome, string>> = {
  created: 'created',
  updated: 'updated',
  enabled: 'enabled',
  disabled: 'disabled',
  deleted: 'deleted',
  unchanged: 'left as it is',
  skipped: 'skipped',
  failed: 'refused',
  held: 'held back as an accidental deletion',
  other: 'processed',
};

const STEP_TITLES: Readonly<Record<KnownStepType, string>> = {
  import: 'Import',
  matching: 'Match',
  scoping: 'Scope',
  referenceResolution: 'References',
  processing: 'Process',
  export: 'Provision',
};

const MARKS: Readonly<Record<KnownStatus, string>> = {
  success: '✓',
  warning: '⚠ with a warning',
  failure: '✗ refused',
  skipped: '– skipped',
};

/** Those first who would not get what they should. */
const GRAVITY: readonly Outcome[] = ['failed', 'held', 'skipped', 'deleted', 'disabled'];

/** A page, in Markdown: how many of each, then person by person. */
export function describeForetelling({ name, changes, accounts }: Foretelling): string {
  const people = [...changes].sort((a, b) => gravity(a) - gravity(b));
  const untold = people.length - TOLD;
  return [
    '# What would Entra do?',
    `Nothing was sent. ${code(name)} was tried on a copy of the sandbox tenant's directory (${counted(accounts, 'account', 'accounts')}), by the job that an API-driven app starts with. The mapping, the scope and the accounts of another job may decide otherwise.`,
    summary(changes),
    ...people.slice(0, TOLD).map(describePerson),
    ...(untold > 0 ? [`… and ${counted(untold, 'other', 'others')}.`] : []),
  ].join('\n\n');
}

function gravity(change: Change): number {
  const place = GRAVITY.indexOf(changeOutcome(change));
  return place < 0 ? GRAVITY.length : place;
}

function summary(changes: readonly Change[]): string {
  const counts = new Map<Outcome, number>();
  for (const outcome of changes.map(changeOutcome)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const rows = [...counts].map(([outcome, count]) => [WORDS[outcome], String(count)]);
  return table(['Would be', 'People'], rows);
}

function describePerson(change: Change): string {
  const { displayName, externalId, steps } = change;
  const title = `## ${code(displayName || externalId || 'no name')}: ${WORDS[changeOutcome(change)]}`;
  const path = steps.map(({ type, status }) => `${STEP_TITLES[type]} ${MARKS[status]}`).join(' → ');
  return [title, ...reasons(change), path, ...properties(change)].join('\n\n');
}

function reasons({ refusal }: Change): readonly string[] {
  if (refusal === undefined) return [];
  const { cause = visible(refusal.reason, 400), remedy = refusal.recommendedAction } = explainCode(refusal.code) ?? {};
  return [`**Why** ${cause}`, ...(remedy === '' ? [] : [`**What to do** ${remedy}`])];
}

function properties({ modifiedProperties }: Change): readonly string[] {
  if (modifiedProperties.length === 0) return [];
  const rows = modifiedProperties.map((one) => [code(one.name), valueOf(one.oldValue), valueOf(one.newValue)]);
  return [table(['Attribute', 'Now', 'Then'], rows)];
}

function valueOf(value: string | null): string {
  return value === null || value === '' ? '' : code(value, 120);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
