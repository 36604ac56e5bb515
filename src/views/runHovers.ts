import type { LogEntry, LogStep, ModifiedProperty } from '../core/logs/logEntry';
import { codeOfEntry, explainEntry } from '../core/logs/explain';
import { decidingAnswer } from '../core/logs/decidingAnswer';
import type { Outcome } from '../core/logs/outcome';
import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import { OUTCOME_LABELS } from '../core/provisioning/prediction/outcomes';
import { isAsPredicted } from '../core/run/prediction/predictedOutcomes';
import { alsoWords } from '../core/run/account/alsoWords';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import { wordsOfOutcome } from '../core/run/account/outcomeKey';
import type { RecordAccount } from '../core/run/account/runAccount';
import { wordsOfState } from '../core/run/account/runAccount';
import type { Markdown } from '../language/shared/markdown';
import { bulletList, code, counting, joined, paragraphs, prose, words } from '../language/shared/markdown';
import { outcomeTitle } from './rowLook';
import { codeOfPerson } from './runCauses';
import type { ShownRun } from './runElement';

/** Maximum number of details of a step. */
const DETAILS = 10;

export function hoverOfRun({ extract, target, began, state, notes }: ShownRun, summary: string): Markdown {
  const title = target === '' ? prose(extract) : joined([prose(extract), prose(target)], ' → ');
  const facts = [prose(`${sentence(state.words)}.`), ...(summary === '' ? [] : [prose(summary)])];
  return paragraphs(
    words`**${title}**`,
    bulletList([...facts, words`Began: ${prose(began)}`]),
    ...notes.map(({ label, text }) => words`**${prose(label)}:** ${prose(text, 800)}`),
  );
}

/** Hints for outcomes whose names do not show what to do. */
const HINTS: Partial<Record<OutcomeKey, Markdown>> = {
  held: words`Entra stopped these changes as accidental deletions. If these people have left, allow the deletions on the page of the provisioning job in the Entra admin center.`,
  refused: words`These records cannot be converted, so they were not sent. Correct the extract or the mapping, and send them again.`,
  unknown: words`The answer to their request was lost. Read the log again before you send these people again.`,
  'given-up': words`The answer to their request was lost, and it is not retried. Read the log again before you send these people again.`,
  'no-entry': words`The service accepted these people, but its log has no entries for them.`,
  waiting: words`The service accepted these people. Their log entries are not there yet.`,
  skipped: words`The service left these people unchanged: they are out of the job’s scope, or have no matching value.`,
  excluded: words`The filter of the mapping leaves these records out.`,
  'left-unselected': words`This run was for other people of the extract.`,
  'left-unchanged': words`These people have not changed since they were last sent, so this run left them out.`,
};

export function hoverOfOutcome(outcome: OutcomeKey, count: number): Markdown {
  return paragraphs(words`**${count} ${prose(wordsOfOutcome(outcome).split(':')[0] ?? '')}**`, HINTS[outcome]);
}

export function hoverOfCause(example: RecordAccount, count: number): Markdown {
  const own = codeOfPerson(example);
  return paragraphs(
    words`**${counting(count, words`person`, words`people`)}**${own === undefined ? words`` : words` · ${code(own)}`}`,
    ...whyOf(example.cause, example.remedy),
  );
}

export function hoverOfPerson(person: RecordAccount): Markdown {
  const { displayName, externalId, line, record, batch, cause, remedy, reason, also, answers } = person;
  const name = displayName === undefined ? [] : [words`**${prose(displayName)}**`];
  const id = externalId === undefined ? [] : [code(externalId)];
  const request = batch === undefined ? words`` : words`, request ${batch}`;
  return paragraphs(
    joined([...name, ...id, prose(wordsOfState(person))], ' · '),
    ...whyOf(cause, remedy),
    reason !== undefined && words`**The service says:** ${prose(reason, 800)}`,
    also !== undefined && words`**Also in the log:** ${prose(alsoWords(also))}`,
    person.predicted !== undefined && predictionOf(person.predicted, decidingAnswer(answers)?.outcome),
    words`Record ${record}, line ${line}${request}`,
  );
}

/** The prediction from before the run was sent, and whether it was correct. */
function predictionOf(predicted: ShownOutcome, outcome: Outcome | undefined): Markdown {
  const expected = prose(OUTCOME_LABELS[predicted]);
  if (outcome === undefined) return words`**Predicted:** ${expected}`;
  return isAsPredicted(predicted, outcome)
    ? words`**Predicted:** ${expected}, which is what happened`
    : words`**Predicted:** ${expected}, **result:** ${prose(outcome)}`;
}

export function hoverOfNote(label: string, text: string): Markdown {
  return words`**${prose(label)}:** ${prose(text, 2_000)}`;
}

export function hoverOfEntry(entry: LogEntry): Markdown {
  const explanation = explainEntry(entry);
  const own = codeOfEntry(entry);
  const facts = [
    words`At ${code(entry.activityDateTime)}`,
    words`Entry ${code(entry.id)}`,
    ...(own === undefined ? [] : [words`Code ${code(own)}`]),
    ...(entry.changeId === '' ? [] : [words`Change ${code(entry.changeId)}`]),
    ...(entry.cycleId === '' ? [] : [words`Cycle ${code(entry.cycleId)}`]),
  ];
  return paragraphs(
    words`**${prose(outcomeTitle(entry))}**`,
    ...whyOf(explanation?.cause, explanation?.remedy),
    bulletList(facts),
  );
}

export function hoverOfStep({ name, status, description, details }: LogStep): Markdown {
  const listed = Object.entries(details).slice(0, DETAILS);
  return paragraphs(
    words`**${prose(name)}** · ${prose(status)}`,
    description !== '' && prose(description, 1_000),
    listed.length > 0 && bulletList(listed.map(([key, value]) => words`${prose(key)}: ${code(value, 200)}`)),
  );
}

export function hoverOfChange({ name, oldValue, newValue }: ModifiedProperty): Markdown {
  const shown = (value: string | null) => (value === null ? words`(nothing)` : code(value, 300));
  return paragraphs(words`**${prose(name)}**`, joined([shown(oldValue), shown(newValue)], ' → '));
}

function whyOf(cause: string | undefined, remedy: string | undefined): readonly (Markdown | false)[] {
  return [
    cause !== undefined && words`**Why:** ${prose(cause, 800)}`,
    remedy !== undefined && words`**What to do:** ${prose(remedy, 800)}`,
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
