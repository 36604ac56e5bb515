import { recordProblems } from '../../convert/recordProblems';
import { formatCount } from '../../text/formatCount';
import type { ProblemKind } from '../../problems/problemKind';
import { problemKind } from '../../problems/problemKind';
import { findingAt, listWords, placeOfRule, recordCount } from '../findingAt';
import { outcomeKey, outcomeText } from '../outcomeText';
import { AFTER_LIMIT, MAX_PEOPLE } from './peopleLimit';
import type { ValueContext, ValueObserver, ValueRule } from '../valueRule';

const { duplicateId } = recordProblems;

const duplicateName = problemKind({
  code: 'value.user-name.duplicate',
  severity: 'warning',
  title: 'Duplicate userName',
  explanation:
    'A userName must be unique (RFC 7643, section 4.1.1), ignoring case. Entra builds the user principal name from it without checking whether it is free: the second account is not created.',
  remedy: 'Use a column that is different for every person, or add something unique to the name.',
  authority: 'RFC 7643',
  example: {
    wrong: 'userName = Join("@", Join(".", [FirstName], [LastName]), "contoso.com")',
    right: 'userName = Join("@", [UserID], "contoso.com")',
  },
});

/** Reports records with the same `externalId`. */
export const duplicateIds: ValueRule = {
  kinds: [duplicateId],
  start: (context) => findDuplicates(context, 'externalId', duplicateId, (key) => key),
};

/** Reports records with the same `userName`. */
export const duplicateNames: ValueRule = {
  kinds: [duplicateName],
  start: (context) => findDuplicates(context, 'userName', duplicateName, (key) => key.toLowerCase()),
};

/** The remedy in the message about ids, where the finding stops sending. */
const REMEDY = 'correct the ids, use another column, or exclude all but one of the records with where.';

interface Repeated {
  count: number;
  readonly firstLines: readonly [number, number];
  readonly example: string;
}

function findDuplicates(
  { loaded, mapping }: ValueContext,
  label: string,
  kind: ProblemKind,
  fold: (key: string) => string,
): ValueObserver | undefined {
  const index = mapping.rules.findIndex((rule) => rule.label === label);
  const rule = mapping.rules[index];
  if (rule === undefined) return undefined;
  const lines = new Map<string, number>();
  let repeated: Repeated | undefined;
  let isCut = false;
  return {
    add: ({ line }, outcomes) => {
      const own = outcomeKey(outcomes[index]);
      if (own === undefined) return;
      const key = fold(own);
      const firstLine = lines.get(key);
      if (firstLine !== undefined) {
        repeated ??= { count: 0, firstLines: [firstLine, line], example: outcomeText(outcomes[index]) ?? '' };
        repeated.count++;
      } else if (lines.size < MAX_PEOPLE) lines.set(key, line);
      else isCut = true;
    },
    finish: () => {
      if (repeated === undefined) return [];
      const { count, firstLines, example } = repeated;
      const places = listWords(firstLines.map((line) => formatCount(line)));
      const verb = count === 1 ? 'has' : 'have';
      const message = `${recordCount(count)} ${verb} the ${label} of an earlier record, ${count === 1 ? '' : 'first '}in lines ${places}.${label === 'externalId' ? ` The extract is not sent: ${REMEDY}` : ''}${isCut ? AFTER_LIMIT : ''}`;
      const data = { columns: rule.columns, lines: firstLines, example };
      return [findingAt(placeOfRule(loaded, rule), kind, { message, count, line: firstLines[1], data })];
    },
  };
}
