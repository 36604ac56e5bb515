import { explainCode } from '../../core/logs/explain';
import type { KnownStatus, KnownStepType } from '../../core/logs/logEntry';
import type { Change, ChangeOutcome } from '../../core/provisioning/change';
import type { Prediction } from '../../core/provisioning/whatIf';
import { code, table, visible } from '../markdown';

/** What would become of the people of a payload, and by what it was told. */
export interface Foretelling {
  /** The payload's name. */
  readonly name: string;
  readonly predictions: readonly Prediction[];
  /** How many accounts the directory had that it was tried on. */
  readonly accounts: number;
}

/** People who are told of one by one. */
const TOLD = 100;

const WORDS: Readonly<Record<ChangeOutcome, string>> = {
  created: 'created',
  updated: 'updated',
  enabled: 'enabled',
  disabled: 'disabled',
  unchanged: 'left as it is',
  'out-of-scope': 'out of scope',
  skipped: 'skipped',
  failed: 'refused',
  deferred: 'left as it is, until somebody it refers to is there',
  held: 'held back as one of too many that would be disabled',
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
const GRAVITY: readonly ChangeOutcome[] = ['failed', 'held', 'skipped', 'out-of-scope', 'disabled'];

/** A page, in Markdown: how many of each, then person by person. */
export function describeForetelling({ name, predictions, accounts }: Foretelling): string {
  const people = [...predictions].sort((a, b) => gravity(a) - gravity(b));
  const untold = people.length - TOLD;
  return [
    '# What would Entra do?',
    `Nothing was sent. ${code(name)} was tried on the sandbox tenant's directory (${counted(accounts, 'account', 'accounts')}), by its job's schema. The mappings, the scope and the accounts of another job may decide otherwise.`,
    summary(predictions),
    ...people.slice(0, TOLD).map(describePerson),
    ...(untold > 0 ? [`… and ${counted(untold, 'other', 'others')}.`] : []),
  ].join('\n\n');
}

function gravity({ outcome }: Prediction): number {
  const place = GRAVITY.indexOf(outcome);
  return place < 0 ? GRAVITY.length : place;
}

function summary(predictions: readonly Prediction[]): string {
  const counts = new Map<ChangeOutcome, number>();
  for (const { outcome } of predictions) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const rows = [...counts].map(([outcome, count]) => [WORDS[outcome], String(count)]);
  return table(['Would be', 'People'], rows);
}

function describePerson({ externalId, outcome, change, settled, waiting }: Prediction): string {
  const title = `## ${code(change.displayName || externalId || 'no name')}: ${WORDS[outcome]}`;
  const path = change.steps.map(({ type, status }) => `${STEP_TITLES[type]} ${MARKS[status]}`).join(' → ');
  const later = waiting.map(
    (one) => `**Waits** ${code(one.attribute)} stays empty until ${code(one.externalId)} has come by the same job.`,
  );
  const properties = [...change.modifiedProperties, ...(settled?.modifiedProperties ?? [])];
  return [title, ...reasons(change), path, ...propertyTable(properties), ...later].join('\n\n');
}

function reasons({ refusal }: Change): readonly string[] {
  if (refusal === undefined) return [];
  const { cause = visible(refusal.reason, 400), remedy = refusal.recommendedAction } = explainCode(refusal.code) ?? {};
  return [`**Why** ${cause}`, ...(remedy === '' ? [] : [`**What to do** ${remedy}`])];
}

function propertyTable(modifiedProperties: Change['modifiedProperties']): readonly string[] {
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
