import { codeOfEntry, explainCode, explainEntry } from '../../core/logs/explain';
import type { KnownStepType, LogEntry, LogStep, ModifiedProperty } from '../../core/logs/logEntry';
import type { Outcome } from '../../core/logs/outcome';
import { entryOutcome } from '../../core/logs/outcome';
import type { ShownOutcome } from '../../core/provisioning/prediction/outcomes';
import { OUTCOME_LABELS } from '../../core/provisioning/prediction/outcomes';
import { isAsPredicted } from '../../core/run/prediction/predictedOutcomes';
import type { Markdown } from '../shared/markdown';
import { bulletList, code, codeBlock, joined, paragraphs, prose, quotedCode, table, words } from '../shared/markdown';
import { utcTimeWithSeconds } from '../../core/text/time/utcTime';

/** Where a log entry comes from, as known to this machine. */
export interface EntryOrigin {
  /** The name of the extract or payload that was sent, and of the connection. */
  readonly source: string;
  readonly connection: string;
  /** The number of the record, and the line where it begins. */
  readonly record: number;
  readonly line: number;
  /** The plan's prediction for this person; absent if nothing was predicted or if another entry decides. */
  readonly predicted?: ShownOutcome;
}

export interface EntryPageFacts {
  readonly entry: LogEntry;
  /** `undefined` if no run on this machine sent the person. */
  readonly origin: EntryOrigin | undefined;
}

/** The maximum length of a text of the service, in characters. */
export const LONG = 4_000;

export const VERDICTS: Readonly<Record<Outcome, Markdown>> = {
  created: words`The account was created.`,
  updated: words`The account was updated.`,
  enabled: words`The account was enabled.`,
  disabled: words`The account was disabled.`,
  deleted: words`The account was deleted.`,
  unchanged: words`No change was needed.`,
  skipped: words`The record was skipped: the account is unchanged.`,
  failed: words`The change failed: the account is unchanged, or does not exist.`,
  held: words`The change is held back as an accidental deletion. An administrator must allow it.`,
  other: words`The record was processed.`,
};

/** The sections of the page in the order in which the service works, each with the types of step that it lists. */
const QUESTIONS: readonly { readonly title: Markdown; readonly types: readonly KnownStepType[] }[] = [
  { title: words`## Received data`, types: ['import'] },
  { title: words`## Matched account`, types: ['matching'] },
  { title: words`## Decision`, types: ['scoping', 'processing'] },
  { title: words`## Written values`, types: ['referenceResolution', 'export'] },
];

/**
 * One entry of the provisioning log as a page: what came in, which account matched, what was decided and written, what
 * failed and what to do. The page names the person and shows values, so it is made only when somebody opens it and is
 * never stored.
 */
export function entryPage({ entry, origin }: EntryPageFacts): Markdown {
  return paragraphs(
    heading(entry),
    words`**${verdict(entry)}**`,
    ...explanation(entry),
    ...prediction(entryOutcome(entry), origin),
    ...QUESTIONS.flatMap(({ title, types }) => section(title, entry, types, origin)),
    ...otherSteps(entry),
    ...errorSection(entry),
    words`## Entry`,
    bulletList(identities(entry)),
    isUndocumented(entry) && codeBlock(JSON.stringify(entry.raw, null, 2), 'json'),
  );
}

/** A failed creation means that there is no account; after other failures the account is unchanged. */
function verdict(entry: LogEntry): Markdown {
  const outcome = entryOutcome(entry);
  if (outcome !== 'failed') return VERDICTS[outcome];
  if (entry.action === 'create') return words`The account was not created.`;
  const isOfAccount = entry.action === 'update' || entry.action === 'disable' || entry.action === 'delete';
  return isOfAccount ? words`The change failed: the account is unchanged.` : VERDICTS.failed;
}

function heading({ sourceIdentity, targetIdentity }: LogEntry): Markdown {
  return headingOf(sourceIdentity.displayName || targetIdentity.displayName, sourceIdentity.id);
}

/** The heading for a person: the name, if known, and the matching id. */
export function headingOf(name: string, externalId: string): Markdown {
  const id = externalId === '' ? words`no matching id` : code(externalId, 200);
  return name === '' ? words`# ${id}` : words`# ${prose(name, 200)} (${id})`;
}

function explanation(entry: LogEntry): readonly (Markdown | false)[] {
  const outcome = entryOutcome(entry);
  if (outcome !== 'failed' && outcome !== 'skipped') return [];
  const explained = explainEntry(entry);
  if (explained === undefined) return [];
  return [
    words`**Why:** ${prose(explained.cause, LONG)}`,
    words`**What to do:** ${prose(explained.remedy, LONG)}`,
    isUndocumented(entry) &&
      words`The code ${code(codeOfEntry(entry) ?? '', 200)} is not documented by Microsoft. The text is the service's own; the full entry is at the end of this page.`,
  ];
}

function isUndocumented(entry: LogEntry): boolean {
  const outcome = entryOutcome(entry);
  const own = codeOfEntry(entry);
  return (outcome === 'failed' || outcome === 'skipped') && own !== undefined && explainCode(own) === undefined;
}

/** The plan's prediction, and whether it was correct. */
export function prediction(outcome: Outcome, origin: EntryOrigin | undefined): readonly Markdown[] {
  if (origin?.predicted === undefined) return [];
  const predicted = prose(OUTCOME_LABELS[origin.predicted]);
  return [
    isAsPredicted(origin.predicted, outcome)
      ? words`**Predicted:** ${predicted}, which is what happened.`
      : words`**Predicted:** ${predicted}. The result differs: the directory has changed since, or the job works differently from its schema.`,
  ];
}

function section(
  title: Markdown,
  entry: LogEntry,
  types: readonly string[],
  origin: EntryOrigin | undefined,
): readonly (Markdown | false)[] {
  const steps = entry.steps.filter(({ type }) => types.includes(type));
  const isFirst = types.includes('import');
  const isLast = types.includes('export');
  const changes = isLast ? entry.modifiedProperties : [];
  if (steps.length === 0 && changes.length === 0 && !isFirst) return [];
  return [
    title,
    isFirst && whence(origin),
    steps.length > 0 && bulletList(steps.map(stepLine)),
    changes.length > 0 && changeTable(changes),
    isLast && changes.length === 0 && words`No attribute is listed as changed.`,
  ];
}

/** Where a person's data came from. */
export function whence(origin: EntryOrigin | undefined): Markdown {
  if (origin === undefined)
    return words`It was not sent by a recent run on this machine: the 30 newest of the last 31 days are checked.`;
  const { source, connection, record, line } = origin;
  return words`Record ${record} of ${code(source, 200)} (line ${line}), sent to ${code(connection, 200)}.`;
}

/** The service's text about a step, with the details in brackets. */
function stepLine({ name, status, description, details }: LogStep): Markdown {
  const what = description === '' ? code(name, 200) : prose(description, LONG);
  const added = Object.entries(details)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => words`${prose(key, 200)}: ${code(value, LONG)}`);
  const whole = added.length === 0 ? what : words`${what} (${joined(added, '; ')})`;
  return status === 'success' || status === '' ? whole : words`**${prose(capitalised(status))}:** ${whole}`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function changeTable(changes: readonly ModifiedProperty[]): Markdown {
  return table(
    [words`Attribute`, words`Before`, words`After`],
    changes.map(({ name, oldValue, newValue }) => [code(name, 200), valueCell(oldValue), valueCell(newValue)]),
  );
}

function valueCell(value: string | null): Markdown {
  return value === null ? words`no value` : quotedCode(value, LONG);
}

/** Steps of an unknown type. */
function otherSteps({ steps }: LogEntry): readonly Markdown[] {
  const known = new Set<string>(QUESTIONS.flatMap(({ types }) => types));
  const others = steps.filter(({ type }) => !known.has(type));
  return others.length === 0 ? [] : [words`## Other steps`, bulletList(others.map(stepLine))];
}

function errorSection({ error }: LogEntry): readonly Markdown[] {
  if (error === undefined) return [];
  const rows: readonly (readonly [Markdown, string])[] = [
    [words`Code`, error.code],
    [words`Reason`, error.reason],
    [words`Category`, error.category],
    [words`Details`, error.additionalDetails],
    [words`Recommended action`, error.recommendedAction],
  ];
  const given = rows.filter(([, text]) => text !== '');
  return [
    words`## What the service says`,
    bulletList(given.map(([label, text]) => words`${label}: ${prose(text, LONG)}`)),
  ];
}

function identities(entry: LogEntry): readonly Markdown[] {
  const { activityDateTime, targetIdentity, jobId, cycleId, changeId, id, durationInMilliseconds: ms } = entry;
  return factLines([
    [words`Time`, utcTimeWithSeconds(activityDateTime)],
    [words`Account`, targetIdentity.id],
    [words`Job`, jobId],
    [words`Cycle`, cycleId],
    [words`Change`, changeId],
    [words`Entry`, id],
    // The service writes 0 for a duration that it did not measure
    [words`Duration`, ms === undefined || ms === 0 ? '' : `${ms} ms`],
  ]);
}

/** A list of facts with their labels, without those that the service left out. */
export function factLines(rows: readonly (readonly [label: Markdown, text: string])[]): readonly Markdown[] {
  return rows.filter(([, text]) => text !== '').map(([label, text]) => words`${label}: ${code(text, 200)}`);
}
