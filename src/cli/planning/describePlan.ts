import { describeAgain } from '../../core/baseline/describeAgain';
import type { GuardFinding } from '../../core/guards/guard';
import { explainPrediction } from '../../core/provisioning/prediction/explainPrediction';
import { modifiedIn } from '../../core/provisioning/prediction/modifiedIn';
import { isMadeDisabled } from '../../core/provisioning/prediction/isMadeDisabled';
import type { ShownOutcome } from '../../core/provisioning/prediction/outcomes';
import {
  countOutcomes,
  OUTCOME_LABELS,
  OUTCOMES,
  OUTCOMES_TO_SEE,
  shownOutcome,
} from '../../core/provisioning/prediction/outcomes';
import type { SentAgain } from '../../core/baseline/comparison';
import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/time/formatDuration';
import type { Said } from '../../core/text/linesByCause';
import { linesByCause } from '../../core/text/linesByCause';
import type { PredictedRecord } from '../../core/run/prediction/predictPlan';
import type { Plan } from '../../core/run/plan';
import { EXCLUDED_LABELS, STATE_LABELS } from '../../core/run/recordState';
import { UPLOADS_PER_DAY, UPLOADS_PER_SECOND } from '../../tenant/limits';
import { paceTime } from '../../tenant/sending/throttle';
import type { ComparedExtract } from './comparedExtract';
import type { PlanPrediction } from './planPrediction';
import { guardObject } from '../sending/describeGuards';

/** The predicted outcomes of everybody, and what the prediction is based on. */
export interface PredictedPlan extends PlanPrediction {
  readonly records: readonly PredictedRecord[];
  /** Predicted outcomes of people whom the filter hides; absent if unknown. */
  readonly hidden?: readonly PredictedRecord[];
}

/** Maximum number of people to list per outcome. */
const MAX_LISTED = 20;

const SCHEMA_LABELS: Readonly<Record<PlanPrediction['schemaFrom'], string>> = {
  file: 'the schema of the file',
  connection: "the job's own schema",
  default: 'the schema that a new job starts with (approximated)',
};

/**
 * The counts of a plan, as lines of text.
 *
 * @param isStopped whether a guard stops the plan; then nobody is "to send", and no duration is shown
 */
export function describePlan(
  { counts, again }: Pick<Plan, 'counts'> & { readonly again?: SentAgain | undefined },
  isStopped = false,
): readonly string[] {
  const { unchanged = 0, unselected = 0 } = counts;
  const requests = `in ${counted(counts.batches, 'request')}`;
  const rows: readonly (readonly [number, string])[] = [
    [counts.operations, isStopped ? `stopped by a guard, ${requests}` : `to send, ${requests}`],
    [counts.refused, STATE_LABELS.refused],
    [unchanged, EXCLUDED_LABELS.unchanged],
    [unselected, EXCLUDED_LABELS.unselected],
    [counts.excluded - unchanged - unselected, EXCLUDED_LABELS.excluded],
  ];
  const total = [counts.records, `${counts.records === 1 ? 'record' : 'records'} in total`] as const;
  const lines = listCounts([...rows.filter(([count]) => count > 0), total]);
  const repeated = describeAgain(again).map((words) => `${words}.`);
  return counts.batches === 0 || isStopped
    ? [...lines, ...repeated]
    : [...lines, ...repeated, ...describeTime(counts.batches)];
}

function describeTime(requests: number): readonly string[] {
  const days = Math.ceil(requests / UPLOADS_PER_DAY);
  const share = `${percent(requests / UPLOADS_PER_DAY)} of the ${formatCount(UPLOADS_PER_DAY)} requests that a tenant may send in 24 hours (more with Entra ID Governance)`;
  const time = `Sending takes at least ${formatDuration(paceTime(requests))}, at ${UPLOADS_PER_SECOND} requests a second.`;
  return days === 1 ? [time, `That is ${share}.`] : [time, `That is ${share}: it takes ${days} days.`];
}

/** A prediction as lines of text: the count of each outcome, then the people to check. */
export function describePlanPrediction(
  { records, schemaFrom, accounts }: PredictedPlan,
  showValues: boolean,
): readonly string[] {
  const from = accounts.from === 'file' ? 'of the file' : 'of the tenant';
  const counts = countOutcomes(records.map(({ prediction }) => shownOutcome(prediction)));
  const rows = OUTCOMES.map((outcome) => [counts[outcome] ?? 0, OUTCOME_LABELS[outcome]] as const);
  const shown = OUTCOMES.filter((outcome) => showValues || OUTCOMES_TO_SEE.has(outcome));
  return [
    `What would happen to them, by ${SCHEMA_LABELS[schemaFrom]} and the ${counted(accounts.users.length, 'account')} ${from}:`,
    ...listCounts(rows.filter(([count]) => count > 0)),
    ...shown.flatMap((outcome) => listOutcome(outcome, records, showValues)),
  ];
}

function listOutcome(
  outcome: ShownOutcome,
  records: readonly PredictedRecord[],
  showValues: boolean,
): readonly string[] {
  const own = records.filter(({ prediction }) => shownOutcome(prediction) === outcome);
  if (own.length === 0) return [];
  const words = OUTCOME_LABELS[outcome];
  const described = own.map((record) => describePerson(record, showValues));
  return ['', `${words.charAt(0).toUpperCase()}${words.slice(1)}:`, ...linesByCause(described, MAX_LISTED)];
}

/** Describes a person by line and id; the name and values are only included if they may be shown. */
function describePerson({ line, prediction }: PredictedRecord, showValues: boolean): Said {
  const { externalId, change } = prediction;
  const explanation = explainPrediction(prediction);
  const name = showValues && change.displayName !== '' ? ` (${change.displayName})` : '';
  const { cause = '', remedy = '' } = explanation ?? {};
  const reason = change.refusal?.reason ?? '';
  const values = modifiedIn(prediction).map(({ name: attribute, oldValue, newValue }) => {
    return `${attribute}: ${oldValue ?? '(empty)'} → ${newValue ?? '(empty)'}`;
  });
  const details = [...(reason !== '' && reason !== cause ? [reason] : []), ...(showValues ? values : [])];
  return { cause, remedy, who: `line ${line}, ${externalId === '' ? 'no id' : externalId}${name}`, details };
}

/** The JSON output of `plan`, except predictions. */
export interface PlanFacts {
  readonly plan: Pick<Plan, 'counts'>;
  /** The plan's hash; absent without a connection. */
  readonly hash?: string;
  /** The findings of guards; without a connection, only of guards that do not need one. */
  readonly findings: readonly GuardFinding[];
  /** People who are sent again although they have not changed; absent if everybody is sent. */
  readonly again?: SentAgain;
  /** The comparison with an older extract. */
  readonly against?: ComparedExtract;
}

/** A plan as one JSON object; `outcomes` and `people` are empty if nothing is predicted. */
export function planObject(facts: PlanFacts, predicted: PredictedPlan | undefined, showValues: boolean): object {
  const { counts } = facts.plan;
  const { records = [], schemaFrom = null, accounts } = predicted ?? {};
  return {
    plan: facts.hash ?? null,
    counts,
    ...(facts.again && { again: facts.again }),
    requests: counts.batches,
    minutes: Number((paceTime(counts.batches) / 60_000).toFixed(2)),
    shareOfDay: counts.batches / UPLOADS_PER_DAY,
    guards: facts.findings.map(guardObject),
    schema: schemaFrom,
    accounts: accounts === undefined ? null : { count: accounts.users.length, from: accounts.from },
    outcomes: countOutcomes(records.map(({ prediction }) => prediction.outcome)),
    people: records.map((record) => personObject(record, showValues)),
    ...(facts.against && { against: facts.against }),
  };
}

function personObject({ record, line, prediction }: PredictedRecord, showValues: boolean): object {
  const { externalId, outcome, change, waiting } = prediction;
  const changes = modifiedIn(prediction);
  return {
    record,
    line,
    externalId,
    outcome,
    ...(isMadeDisabled(prediction) && { madeDisabled: true }),
    code: change.refusal?.code,
    ...explainPrediction(prediction),
    reason: change.refusal?.reason,
    attributes: changes.map(({ name }) => name),
    waitsFor: waiting.map((reference) => reference.externalId),
    ...(showValues && { displayName: change.displayName, changes }),
  };
}

function listCounts(rows: readonly (readonly [number, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([count]) => formatCount(count).length));
  return rows.map(([count, words]) => `  ${formatCount(count).padStart(width)} ${words}`);
}

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return share < 0.001 ? 'less than 0.1 %' : `${(share * 100).toFixed(1)} %`;
}
