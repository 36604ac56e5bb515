import { compileModel } from '../convert/compileMapping';
import { namedTexts } from '../examine/namedTexts';
import { statusResult, statusRule } from '../examine/statusTruthTable';
import { columnsOf } from '../mapping/model/columns';
import { loadMapping } from '../mapping/loadMapping';
import { asksForActive } from '../profile/statusColumns';
import { ANSWER_WORDS, STATUS_WORDS } from '../profile/statusWords';
import { opposesActive } from '../text/opposesActive';
import { columnExpression } from './mappingDraft';
import type { DraftRule } from './mappingDraft';

/** Words to try a rule with if it does not name any. */
const ANSWERS = ['True', 'False', 'Yes', 'No', '1', '0'];

/**
 * Returns the column that a rule for `active` reads the wrong way round, such as `IsTerminated`. This does not need an
 * extract: the rule is evaluated on the words that it names, or on yes and no. A single correct result clears the rule.
 */
export function opposedColumn(expression: string): string | undefined {
  const { model, problems } = loadMapping(`active = ${expression}\n`);
  if (problems.some(({ code, severity }) => severity === 'error' && code !== 'mapping.missing-rule')) return undefined;
  const uses = model.rules.flatMap((each) => columnsOf(each.expression));
  const columns = [...new Set(uses.map(({ column }) => column))];
  const mapping = compileModel(model, columns);
  const rule = mapping.rules[statusRule(mapping)];
  if (rule === undefined) return undefined;
  const named = namedTexts(rule.resolved.expression).texts.filter((text) => text.trim() !== '');
  let found: string | undefined;
  for (const [place, column] of columns.entries())
    for (const word of wordsFor(column, named)) {
      const expected = meaningOf(column, word);
      const result = statusResult(
        rule.apply(
          columns.map((_, at) => (at === place ? word : '')),
          0,
        ),
      );
      if (expected === undefined || (result !== 'true' && result !== 'false')) continue;
      if (expected === (result === 'true')) return undefined;
      found ??= column;
    }
  return found;
}

function wordsFor(column: string, named: readonly string[]): readonly string[] {
  const isAnswer = opposesActive(column) || asksForActive(column);
  if (isAnswer) return named.length > 0 ? named : ANSWERS;
  return named.length > 0 ? [...named, 'Active'] : [];
}

/** Whether a word of the column means that a person is active; `undefined` if it is unclear. */
function meaningOf(column: string, word: string): boolean | undefined {
  const key = word.trim().toLowerCase();
  const answer = ANSWER_WORDS.get(key);
  if (answer !== undefined && opposesActive(column)) return !answer;
  if (answer !== undefined && asksForActive(column)) return answer;
  return STATUS_WORDS.get(key);
}

/**
 * Inverts a rule as a comment, for the user to check. It is never active by itself: if the inversion is wrong, it
 * disables everyone who stays.
 */
export function turnedRound(rule: DraftRule, column: string, expression?: string): DraftRule {
  return {
    ...rule,
    expression: expression ?? `Switch(${columnExpression(column) ?? ''}, , "False", "True", "True", "False")`,
    comments: [
      ...(rule.comments ?? []),
      `Unchanged, this rule would enable the people who have left according to [${column}], and disable the others.`,
      'It is inverted here. Adapt the words to those of the column, and remove the "#" if that is right.',
    ],
    isOff: true,
  };
}

/** The message of the problem at the entry. */
export function opposedProblem(column: string): string {
  return `The entry reads [${column}] the wrong way round: people who have left would be enabled. The rule is a comment, inverted. Check its words.`;
}
