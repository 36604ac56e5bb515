import type { LogEntry } from '../core/logs/logEntry';
import { alsoWords } from '../core/run/account/alsoWords';
import type { RecordAccount } from '../core/run/account/runAccount';
import type { NoteTone } from './rowLook';
import type { OfPerson, RunElement, ShownRun } from './runElement';

/** The rows of a person: the cause and the remedy, the log entries, the place in the source and what was sent. */
export function ofPerson(run: ShownRun, person: RecordAccount, id: string): readonly RunElement[] {
  return [
    ...notesOf({ run, person }, id),
    ...entriesOf({ run, person }, id),
    { kind: 'record', id: `${id}/record`, run, person },
    ...(person.fate.kind === 'operation' ? [{ kind: 'operation' as const, id: `${id}/operation`, run, person }] : []),
  ];
}

function notesOf({ run, person }: OfPerson, id: string): readonly RunElement[] {
  const { cause, reason, remedy, also } = person;
  const notes: readonly (readonly [label: string, text: string | undefined, tone: NoteTone])[] = [
    ['Why', cause, 'why'],
    ['The service says', reason, 'service'],
    ['What to do', remedy, 'remedy'],
    ['Also in the log', also && alsoWords(also), 'also'],
  ];
  return notes.flatMap(([label, text, tone]) =>
    text === undefined ? [] : [{ kind: 'note' as const, id: `${id}/${tone}`, run, person, label, text, tone }],
  );
}

/** A single entry shows its steps and changes directly; several entries get a row each. */
function entriesOf(of: OfPerson, id: string): readonly RunElement[] {
  const [only, ...others] = of.person.entries;
  if (only !== undefined && others.length === 0) return ofEntry(of, only, id);
  return of.person.entries.map((entry) => ({ kind: 'entry', id: `${id}/entry-${entry.id}`, ...of, entry }));
}

export function ofEntry({ run, person }: OfPerson, entry: LogEntry, id: string): readonly RunElement[] {
  return [
    ...entry.steps.map((step, index) => ({ kind: 'step' as const, id: `${id}/step-${index}`, run, person, step })),
    ...entry.modifiedProperties.map((change, index) => ({
      kind: 'change' as const,
      id: `${id}/change-${index}`,
      run,
      person,
      change,
    })),
  ];
}
