import type { KnownStatus, KnownStepType } from '../../core/logs/logEntry';
import type { Change } from '../../core/provisioning/cycle/change';
import { explainPrediction } from '../../core/provisioning/prediction/explainPrediction';
import { modifiedIn } from '../../core/provisioning/prediction/modifiedIn';
import type { ShownOutcome } from '../../core/provisioning/prediction/outcomes';
import { countOutcomes, gravityOf, OUTCOME_LABELS, shownOutcome } from '../../core/provisioning/prediction/outcomes';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import type { Markdown } from '../shared/markdown';
import { counting, code, joined, words, ours, paragraphs, prose, table } from '../shared/markdown';

/** The predicted effects of a payload, and what the predictions are based on. */
export interface PredictedPayload {
  /** The payload's name. */
  readonly name: string;
  /** The name of the connection whose directory was used. */
  readonly connection: string;
  /** Whether the connection leads to a sandbox on this machine rather than to a real tenant. */
  readonly isSandbox: boolean;
  readonly predictions: readonly Prediction[];
  /** The number of accounts that were read from the directory; of a large directory, only the relevant ones. */
  readonly accounts: number;
  /** What the tenant does not permit, and what was left out as a result. */
  readonly notes?: readonly string[];
}

/** Maximum length of a note, in characters; it may contain text of the service. */
const MAX_NOTE = 1_000;
/** The maximum number of people who are listed. */
const MAX_LISTED = 100;

const STEP_TITLES: Readonly<Record<KnownStepType, Markdown>> = {
  import: words`Import`,
  matching: words`Match`,
  scoping: words`Scope`,
  referenceResolution: words`References`,
  processing: words`Process`,
  export: words`Provision`,
};

const MARKS: Readonly<Record<KnownStatus, Markdown>> = {
  success: words`✓`,
  warning: words`⚠ with a warning`,
  failure: words`✗ refused`,
  skipped: words`– skipped`,
};

/** The page, in Markdown: the number of people for each outcome, then the details for each person. */
export function describePredictions(payload: PredictedPayload): Markdown {
  const { name, connection, isSandbox, predictions, accounts, notes = [] } = payload;
  const tenant = isSandbox ? words`${code(connection)}, a sandbox` : words`the tenant ${code(connection)}`;
  const people = [...predictions].sort((a, b) => gravityOf(shownOutcome(a)) - gravityOf(shownOutcome(b)));
  const unlisted = people.length - MAX_LISTED;
  const remarks = notes.map((note) => prose(note, MAX_NOTE));
  if (predictions.length === 0)
    return paragraphs(words`# What would Entra do?`, describeNoPrediction(connection), ...remarks);
  return paragraphs(
    words`# What would Entra do?`,
    words`Nothing was sent. ${code(name)} was evaluated against the accounts of ${tenant} (${counting(accounts, words`account`, words`accounts`)} read), by its job's schema. ${isSandbox ? words`Your own tenant has other accounts, and its job may have other mappings and another scope, so the result there may differ.` : words`The job's state from earlier cycles is unknown, so the result may differ.`}`,
    ...remarks,
    summary(predictions),
    ...people.slice(0, MAX_LISTED).map(describePerson),
    unlisted > 0 && words`… and ${counting(unlisted, words`other`, words`others`)}.`,
  );
}

/** The page for a connection without predictions, with the reason. */
export function describeNoPrediction(connection: string, why = ''): Markdown {
  return paragraphs(words`No prediction is possible for ${code(connection)}.`, prose(why, MAX_NOTE));
}

function summary(predictions: readonly Prediction[]): Markdown {
  const counts = Object.entries(countOutcomes(predictions.map(shownOutcome))) as readonly (readonly [
    ShownOutcome,
    number,
  ])[];
  return table(
    [words`Predicted`, words`People`],
    counts.map(([outcome, count]) => [ours(OUTCOME_LABELS[outcome]), words`${count}`]),
  );
}

function describePerson(prediction: Prediction): Markdown {
  const { externalId, change, waiting } = prediction;
  const id = externalId === '' ? words`no id` : code(externalId);
  const who = change.displayName === '' ? id : words`${code(change.displayName)} (${id})`;
  const title = words`## ${who}: ${ours(OUTCOME_LABELS[shownOutcome(prediction)])}`;
  const path = change.steps.map(({ type, status }) => words`${STEP_TITLES[type]} ${MARKS[status]}`);
  const later = waiting.map(
    (one) =>
      words`**Waits:** ${code(one.attribute)} stays empty until the same job has provisioned ${code(one.externalId)}.`,
  );
  return paragraphs(
    title,
    ...reasons(prediction),
    joined(path, ' → '),
    ...warnings(prediction),
    ...propertyTable(modifiedIn(prediction)),
    ...later,
  );
}

function reasons(prediction: Prediction): readonly Markdown[] {
  const explanation = explainPrediction(prediction);
  if (explanation === undefined) return [];
  const { cause, remedy } = explanation;
  return [
    words`**Why:** ${prose(cause, MAX_NOTE)}`,
    ...(remedy === '' ? [] : [words`**What to do:** ${prose(remedy, MAX_NOTE)}`]),
  ];
}

/** The warnings of the steps. People that a step waits for are left out, as they are listed below. */
function warnings({ change: { steps, deferred }, waiting }: Prediction): readonly Markdown[] {
  const isWaited = (attribute: string): boolean => waiting.some((one) => one.attribute === attribute);
  const isSettled = (attribute: string): boolean =>
    deferred.some((one) => one.attribute === attribute) && !isWaited(attribute);
  return steps
    .filter(({ status, details }) => status === 'warning' && !Object.keys(details).some(isWaited))
    .map(({ description, details }) => {
      const [settled] = Object.keys(details).filter(isSettled);
      return settled === undefined
        ? words`**Warning:** ${prose(description)}`
        : words`**Warning:** ${code(settled)} is set at the end of the cycle, once ${code(details[settled] ?? '')} has an account.`;
    });
}

function propertyTable(modifiedProperties: Change['modifiedProperties']): readonly Markdown[] {
  if (modifiedProperties.length === 0) return [];
  const rows = modifiedProperties.map((one) => [code(one.name), valueOf(one.oldValue), valueOf(one.newValue)]);
  return [table([words`Attribute`, words`Now`, words`Then`], rows)];
}

function valueOf(value: string | null): Markdown {
  return value === null || value === '' ? words`` : code(value, 120);
}
