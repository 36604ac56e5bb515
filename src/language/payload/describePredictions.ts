import type { KnownStatus, KnownStepType } from '../../core/logs/logEntry';
import type { Change, ChangeOutcome } from '../../core/provisioning/cycle/change';
import { explainPrediction, modifiedIn } from '../../core/provisioning/cycle/explainPrediction';
import { countOutcomes, gravityOf, OUTCOME_WORDS } from '../../core/provisioning/cycle/outcomes';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import { code, table, visible } from '../shared/markdown';

/** What would become of the people of a payload, and by what it was told. */
export interface PredictedPayload {
  /** The payload's name. */
  readonly name: string;
  /** The name of the connection whose directory it was tried on. */
  readonly connection: string;
  readonly predictions: readonly Prediction[];
  /** How many accounts the directory had that it was tried on. */
  readonly accounts: number;
}

/** People who are told of one by one. */
const TOLD = 100;

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

/** A page, in Markdown: how many of each, then person by person. */
export function describePredictions({ name, connection, predictions, accounts }: PredictedPayload): string {
  const people = [...predictions].sort((a, b) => gravityOf(a.outcome) - gravityOf(b.outcome));
  const untold = people.length - TOLD;
  return [
    '# What would Entra do?',
    `Nothing was sent. ${code(name)} was tried on the directory of ${code(connection)} (${counted(accounts, 'account', 'accounts')}), by its job's schema. The mappings, the scope and the accounts of another job may decide otherwise.`,
    summary(predictions),
    ...people.slice(0, TOLD).map(describePerson),
    ...(untold > 0 ? [`… and ${counted(untold, 'other', 'others')}.`] : []),
  ].join('\n\n');
}

function summary(predictions: readonly Prediction[]): string {
  const counts = Object.entries(countOutcomes(predictions)) as readonly (readonly [ChangeOutcome, number])[];
  return table(
    ['Would be', 'People'],
    counts.map(([outcome, count]) => [OUTCOME_WORDS[outcome], String(count)]),
  );
}

function describePerson(prediction: Prediction): string {
  const { externalId, outcome, change, waiting } = prediction;
  const title = `## ${code(change.displayName || externalId || 'no name')}: ${OUTCOME_WORDS[outcome]}`;
  const path = change.steps.map(({ type, status }) => `${STEP_TITLES[type]} ${MARKS[status]}`).join(' → ');
  const later = waiting.map(
    (one) => `**Waits** ${code(one.attribute)} stays empty until ${code(one.externalId)} has come by the same job.`,
  );
  return [title, ...reasons(prediction), path, ...propertyTable(modifiedIn(prediction)), ...later].join('\n\n');
}

function reasons(prediction: Prediction): readonly string[] {
  const explanation = explainPrediction(prediction);
  if (explanation === undefined) return [];
  const { cause, remedy } = explanation;
  return [`**Why** ${visible(cause, 400)}`, ...(remedy === '' ? [] : [`**What to do** ${visible(remedy, 400)}`])];
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
