import { titleOfCode } from '../../logs/explain';
import type { RecordAccount, RecordAccounts } from './runAccount';
import { wordsOfState } from './runAccount';

/** The words of a search: each is looked for by itself, in any case of letters. */
export function searchWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * The indexes of the records that hold all of these words, of those from one index up to another: in their id or name, state, cause,
 * codes, actions, or the names of the attributes that changed or have a problem. Values are not looked through.
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
  // A line break is in no word, so that nothing is found across two texts
  return [externalId ?? '', displayName ?? '', ...words, ...codes, ...actions, ...changed, ...named].join('\n');
}
