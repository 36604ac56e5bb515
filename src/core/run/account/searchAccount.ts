import { titleOfCode } from '../../logs/explain';
import type { RecordAccount, RecordAccounts } from './runAccount';
import { wordsOfState } from './runAccount';

/** The words of a search: each is searched separately, ignoring case. */
export function searchWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * The indexes of the records in a range that contain all of these words: in their id or name, state, cause, codes,
 * actions, or the names of attributes that changed or have a problem. Attribute values are not searched.
 */
export function searchAccount(
  records: RecordAccounts,
  words: readonly string[],
  from: number,
  to: number,
): readonly number[] {
  const found: number[] = [];
  for (let index = from; index < Math.min(to, records.length); index++) {
    const person = records.at(index);
    if (person === undefined) continue;
    const text = textOf(person).toLowerCase();
    if (words.every((word) => text.includes(word))) found.push(index);
  }
  return found;
}

function textOf(person: RecordAccount): string {
  const { externalId, displayName, line, cause, fate, answers, entries } = person;
  const codes = answers.flatMap(({ code }) => (code === undefined ? [] : [code, titleOfCode(code) ?? '']));
  const actions = [...answers.map(({ outcome }) => outcome), ...entries.map(({ action }) => action)];
  const changed = entries.flatMap(({ modifiedProperties }) => modifiedProperties.map(({ name }) => name));
  const problems = fate.kind === 'refused' ? fate.problems : [];
  const named = problems.flatMap(({ code, column = '', path = '' }) => [code, column, path]);
  const unnamed = externalId === undefined && displayName === undefined ? `line ${line}` : '';
  const words = [wordsOfState(person), cause ?? '', unnamed];
  // No word contains a line break, so no word matches across two texts
  return [externalId ?? '', displayName ?? '', ...words, ...codes, ...actions, ...changed, ...named].join('\n');
}
