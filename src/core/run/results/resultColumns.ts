import { decidingAnswer } from '../../logs/decidingAnswer';
import type { RecordAccount } from '../account/runAccount';
import { wordsOfState } from '../account/runAccount';

/** The columns that a run adds for each person of its extract. */
const RESULT_COLUMNS = ['Result', 'Cause', 'Remedy', 'Entry'] as const;

/**
 * The result of a person, in the order of {@link RESULT_COLUMNS}: the state as text, the cause, the remedy, and the id
 * of the deciding log entry.
 */
export function resultCells(person: RecordAccount): readonly string[] {
  const { cause = '', remedy = '', answers } = person;
  return [wordsOfState(person), cause, remedy, decidingAnswer(answers)?.entry ?? ''];
}

/** The names of the added columns, numbered where the table already has a column of that name (ignoring case). */
export function resultHeaders(columns: readonly string[]): readonly string[] {
  const taken = new Set(columns.map((column) => column.trim().toLowerCase()));
  return RESULT_COLUMNS.map((name) => {
    let own: string = name;
    for (let number = 2; taken.has(own.toLowerCase()); number++) own = `${name} ${number}`;
    return own;
  });
}
