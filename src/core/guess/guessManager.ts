import type { AttributePath } from '../scim/attributePath';
import { printString } from '../expression/print';
import type { Meaning } from './attributeNames';
import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { contained, holdsSame, named, sure, unsure } from './guess';
import { characterPattern, hasDigits, hasSeveralWords, looksLikeEmail } from './valueLooks';

/** The value by which the service links managers. Source: the bulkUpload function of Microsoft Graph. */
const NEEDS = "manager.value takes the manager's externalId";

/**
 * Guesses `manager` from a column with such a name that contains ids of the extract. A column with any other name is
 * only proposed, because mentors and HR partners are people of the extract, too.
 */
export function* guessManager(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  const path = PATHS.manager;
  if (path === undefined) return;
  const candidates = (context.assignments.get('manager')?.candidates ?? [])
    .map(({ facts, score }) => ({ facts, score: id === undefined ? score : score + contained(facts, id) }))
    .sort((a, b) => b.score - a.score);
  const [best] = candidates;
  const own = best === undefined ? undefined : byName(context, path, best, id);
  const isRule = own !== undefined && own.rule.isOff !== true;
  const guess = (isRule ? undefined : byValues(context, path, id)) ?? own;
  if (guess !== undefined) yield guess;
}

interface Candidate {
  readonly facts: ColumnFacts;
  readonly score: number;
}

function byName(context: GuessContext, path: AttributePath, best: Candidate, id: ColumnFacts | undefined): Guess {
  const { facts, score } = best;
  const open = (reason: string): Guess => unsure(path, named(facts), [facts], `${NEEDS}${reason}`);
  if (facts.profile.filled === 0) return open(`; ${named(facts)} is empty in the records looked at.`);
  if (id === undefined) return open(', which is not known yet.');
  if (contained(facts, id) > 0.5) return sure(path, named(facts), [facts]);
  const cut = idInText(facts, id);
  if (cut?.isSure === true)
    return sure(path, cut.expression, [facts], [`${named(facts)} holds the id and the name: the rule keeps the id.`]);
  if (cut !== undefined)
    return unsure(path, cut.expression, [facts], `${NEEDS}, which most values of ${named(facts)} hold beside a name.`);
  const other = context.columns.find(
    (column) => column !== facts && column !== id && column.isNearlyUnique && contained(facts, column) > 0.5,
  );
  const same = other === undefined ? '' : `, as ${named(other)} does`;
  if (facts.share(looksLikeEmail) > 0.5) return open(`; ${named(facts)} holds e-mail addresses${same}.`);
  if (facts.share(hasSeveralWords) > 0.3 || facts.share(hasDigits) < 0.3)
    return open(`; ${named(facts)} seems to hold names${same}.`);
  if (other !== undefined) return open(`, ${named(id)}; ${named(facts)} holds values of ${named(other)}.`);
  if (score >= 0.95 && sharesShape(facts, id)) return sure(path, named(facts), [facts]);
  return open(`; few values of ${named(facts)} are in ${named(id)}.`);
}

/** Columns of any name that contain ids of the extract. */
function byValues(context: GuessContext, path: AttributePath, id: ColumnFacts | undefined): Guess | undefined {
  if (id === undefined) return undefined;
  const found = context.columns.filter((facts) => facts !== id && refersToPeople(facts, id));
  const [first] = found;
  if (first === undefined) return undefined;
  return unsure(path, named(first), found, [
    `manager: ${found.map(named).join(' or ')}? The values are ids of this extract, ${named(id)}; the name does not say whose.`,
  ]);
}

/** Meanings whose columns do not refer to other people. */
const THEIR_OWN: readonly Meaning[] = ['externalId', 'employeeNumber', 'userName', 'manager'];

function refersToPeople(facts: ColumnFacts, id: ColumnFacts): boolean {
  if (contained(facts, id) < 0.9 || holdsSame(facts, id)) return false;
  // A number that every person has is the person's own; numbers with few digits are levels and counts
  if (facts.isUnique && facts.profile.filled === facts.records) return false;
  if (id.profile.distinct >= 20 && facts.share((value) => /^\d{1,2}$/.test(value)) === 1) return false;
  return ![...facts.names].some(([meaning, weight]) => weight >= 0.8 && !THEIR_OWN.includes(meaning));
}

/** Patterns of the text around an id in a value that also names the person. They mean the same in .NET and here. */
const AROUND_ID = [
  '^.*\\(|\\)\\s*$',
  '^.*\\[|\\]\\s*$',
  '\\s+[-–|/:]\\s+.*$',
  '^.*\\s[-–|/:]\\s+',
  '[\\s,].*$',
  '^.*[\\s,#]',
];

/** Maximum length of a name with an id; the patterns take too long for longer texts. */
const MAX_NAME = 256;

/** The id in the values of a column that also contain the name. */
function idInText(
  facts: ColumnFacts,
  id: ColumnFacts,
): { readonly expression: string; readonly isSure: boolean } | undefined {
  const ids = new Set(id.profile.values.map(({ value }) => value.trim()));
  const shapes = new Set([...ids].map(characterPattern));
  const [best] = AROUND_ID.map((pattern) => {
    const regex = new RegExp(pattern, 'g');
    const cut = (value: string): string => (value.length > MAX_NAME ? value : value.replace(regex, ''));
    return {
      pattern,
      known: facts.share((value) => ids.has(cut(value))),
      alike: facts.share((value) => shapes.has(characterPattern(cut(value)))),
    };
  })
    .filter(({ known }) => known > 0.5)
    .sort((a, b) => b.known - a.known);
  if (best === undefined) return undefined;
  return { expression: `Replace(${named(facts)}, , ${printString(best.pattern)}, , "", , )`, isSure: best.alike === 1 };
}

function sharesShape(facts: ColumnFacts, id: ColumnFacts): boolean {
  const shapes = new Set(id.profile.values.map(({ value }) => characterPattern(value.trim())));
  return facts.share((value) => shapes.has(characterPattern(value))) > 0.95;
}
