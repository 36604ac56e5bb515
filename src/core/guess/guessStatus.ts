import { printString } from '../expression/print';
import { textExpression } from '../import/mappingDraft';
import type { CountedValue } from '../profile/extractProfile';
import { formatCount } from '../text/formatCount';
import type { ColumnFacts } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { named, sure, unsure } from './guess';
import { statusCodes } from './statusCodes';
import { asksForActive } from '../profile/statusColumns';
import { ANSWER_WORDS, STATUS_WORDS } from '../profile/statusWords';
import { opposesActive } from '../text/opposesActive';

const ACTIVE = { attribute: 'active' };
/** Maximum number of distinct words in a status column. */
const MAX_LISTED = 20;

/**
 * Guesses `active` from a column whose values are all unambiguous words. Anything else becomes a comment that lists the
 * words, so that no account is disabled because of a misunderstood word.
 */
export function guessStatus(context: GuessContext): readonly Guess[] {
  const candidates = (context.assignments.get('active')?.candidates ?? []).filter(({ score }) => score >= 0.6);
  const columns = candidates.map(({ facts }) => facts).filter(({ column }) => !opposesActive(column));
  const opposites = context.columns.filter(asksTheOpposite);
  const known = columns.filter(isDecided);
  const [only] = known;
  if (only !== undefined && known.length === 1) return [decided(only, opposites)];
  const [first] = known.length > 1 ? known : columns;
  if (first !== undefined) return [skeleton(first, known.length > 1 ? known : columns)];
  return opposites.slice(0, 1).map((facts) => inverted(facts, opposites));
}

/**
 * Whether a column such as `IsTerminated` contains only yes and no; other values would describe the people who have
 * left.
 */
function asksTheOpposite(facts: ColumnFacts): boolean {
  if (!opposesActive(facts.column) || facts.profile.filled === 0) return false;
  return facts.profile.values.every(({ value }) => answerOf(value) !== undefined);
}

function answerOf(value: string): boolean | undefined {
  if (textExpression(value) === undefined) return undefined;
  return ANSWER_WORDS.get(value.trim().toLowerCase());
}

/** Never a rule by itself: if it were misread, it would disable everybody who stays. */
function inverted(facts: ColumnFacts, all: readonly ColumnFacts[]): Guess {
  const { values, filled } = facts.profile;
  const pairs = values.flatMap(({ value }) => [printString(value), truth(answerOf(value) === false)]);
  const hasEmpty = filled < facts.records;
  const isMissingNo = hasEmpty && values.every(({ value }) => answerOf(value) === true);
  const source = isMissingNo ? `Coalesce(${named(facts)}, "empty")` : named(facts);
  const expression = `Switch(${[source, '', ...pairs, ...(isMissingNo ? ['"empty"', '"True"'] : [])].join(', ')})`;
  const others = all.filter((each) => each !== facts);
  return unsure(ACTIVE, expression, all, [
    `active: ${named(facts)} says the opposite, so this rule inverts it. Remove the "#" if that is right.`,
    ...(isMissingNo ? [`An empty cell of ${named(facts)} is taken to mean that the account stays enabled.`] : []),
    ...(others.length === 0 ? [] : [`Columns that also tell who has left: ${others.map(named).join(', ')}.`]),
  ]);
}

/** Whether all values are known and none is ambiguous. */
function isDecided(facts: ColumnFacts): boolean {
  if (!facts.isWhole || facts.profile.filled === 0 || undecided(facts).length > 0) return false;
  return statusCodes(facts).isSure || takenCodes(facts) === undefined;
}

function meaningOf(facts: ColumnFacts, value: string): boolean | undefined {
  // A rule cannot decide a value that a mapping cannot contain
  if (textExpression(value) === undefined) return undefined;
  const word = value.trim().toLowerCase();
  const asks = asksForActive(facts.column);
  return STATUS_WORDS.get(word) ?? (asks ? ANSWER_WORDS.get(word) : undefined) ?? statusCodes(facts).meanings.get(word);
}

function undecided(facts: ColumnFacts): readonly CountedValue[] {
  return facts.profile.values.filter(({ value }) => meaningOf(facts, value) === undefined);
}

function truth(value: boolean | undefined): string {
  return value === undefined ? '"?"' : value ? '"True"' : '"False"';
}

function switchOver(facts: ColumnFacts): string {
  const pairs = facts.profile.values
    .slice(0, MAX_LISTED)
    .flatMap(({ value }) => [printString(value), truth(meaningOf(facts, value))]);
  return `Switch(${[named(facts), '', ...pairs].join(', ')})`;
}

function decided(facts: ColumnFacts, opposites: readonly ColumnFacts[]): Guess {
  const missing = facts.records - facts.profile.filled;
  const codes = takenCodes(facts);
  const comments = [
    ...(codes === undefined ? [] : [`${named(facts)} has ${codes}.`]),
    ...(missing === 0
      ? []
      : [`${formatCount(missing)} of the records looked at have no status: they will be refused.`]),
    ...(opposites.length === 0
      ? []
      : [`${opposites.map(named).join(' and ')} also tells who has left, and does not count here.`]),
  ];
  return sure(ACTIVE, switchOver(facts), [facts], comments.length === 0 ? undefined : comments);
}

/** Describes how codes are interpreted, so that people who know the system notice a mistake. */
function takenCodes(facts: ColumnFacts): string | undefined {
  const { meanings } = statusCodes(facts);
  const taken = facts.profile.values.flatMap(({ value }) => {
    const isEnabled = meanings.get(value.trim().toLowerCase());
    return isEnabled === undefined ? [] : [`${printString(value)} for ${isEnabled ? 'active' : 'inactive'}`];
  });
  return taken.length === 0 ? undefined : taken.join(' and ');
}

function skeleton(facts: ColumnFacts, all: readonly ColumnFacts[]): Guess {
  const { values, filled } = facts.profile;
  const listed = values.slice(0, MAX_LISTED).map(({ value, count }) => `${printString(value)} (${formatCount(count)})`);
  const more = values.length > MAX_LISTED || !facts.isWhole ? ', and more' : '';
  const open = undecided(facts)
    .slice(0, MAX_LISTED)
    .map(({ value }) => printString(value));
  const codes = takenCodes(facts);
  const question =
    all.length > 1
      ? `active: ${all.map(named).join(' or ')}?`
      : filled === 0
        ? `active: none of the records read has a value in ${named(facts)}.`
        : open.length === 0
          ? codes !== undefined && facts.isWhole
            ? `active: HR systems often write ${codes}. Remove the "#" if that is right.`
            : 'active: not all values have been seen.'
          : `active: is an account enabled for ${open.join(', ')}? Write "True" or "False" for each "?".`;
  return unsure(ACTIVE, switchOver(facts), all, [
    question,
    ...(codes === undefined || open.length === 0 ? [] : [`HR systems often write ${codes}: check that, too.`]),
    ...(filled === 0 ? [] : [`${named(facts)} holds ${listed.join(', ')}${more}.`]),
  ]);
}
