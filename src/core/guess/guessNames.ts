import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import type { FullName } from './fullName';
import { fullName, namesFamilyFirst } from './fullName';
import type { Guess, GuessContext } from './guess';
import { named, plainGuess, sure, sureColumn, unsure } from './guess';
import { hasSeveralWords } from './valueLooks';

const DISPLAY_NAME = { attribute: 'displayName' };
const GIVEN_NAME = { attribute: 'name', sub: 'givenName' };
const FAMILY_NAME = { attribute: 'name', sub: 'familyName' };

/** Guesses the parts of the name. If some are missing, they are composed from the others. */
export function guessNames(context: GuessContext): readonly Guess[] {
  const column = sureColumn(context, 'displayName');
  const full = column === undefined ? undefined : fullName(column);
  const family = familyName(context);
  const parts = [plainGuess(context, 'givenName'), family].filter((guess) => guess !== undefined);
  const rest = (['middleName', 'nickName', 'honorificPrefix'] as const).flatMap((meaning) => {
    const guess = PATHS[meaning] === undefined ? undefined : plainGuess(context, meaning);
    return guess === undefined ? [] : [guess];
  });
  const cut = full === undefined || parts.length > 0 ? [] : partsOf(full);
  return [...parts, ...rest, ...displayName(context, full), ...cut];
}

/**
 * The family name, including prefixes such as `van der` in Dutch and some German names, and the second family name in
 * Spanish ones.
 */
function familyName(context: GuessContext): Guess | undefined {
  const guess = plainGuess(context, 'familyName');
  const columns = familyColumns(context);
  if (guess === undefined || columns.length < 2) return guess;
  return sure(FAMILY_NAME, `Join(" ", ${columns.map(named).join(', ')})`, columns, secondRemark(context));
}

/** The columns of the family name in the order in which it is written; empty if they are not certain. */
function familyColumns(context: GuessContext): readonly ColumnFacts[] {
  const family = sureColumn(context, 'familyName');
  if (family === undefined) return [];
  const [prefix, second] = [sureColumn(context, 'familyPrefix'), sureColumn(context, 'secondFamilyName')];
  return [prefix, family, second].filter((facts) => facts !== undefined);
}

function secondRemark(context: GuessContext): readonly string[] | undefined {
  const second = sureColumn(context, 'secondFamilyName');
  return second === undefined
    ? undefined
    : [`With the second family name in ${named(second)}: leave it out if people do not use it.`];
}

function* displayName(context: GuessContext, full: FullName | undefined): Generator<Guess> {
  const given = sureColumn(context, 'givenName');
  const family = sureColumn(context, 'familyName');
  const hasParts = given !== undefined && family !== undefined;
  if (full !== undefined && !(hasParts && (full.beside !== 'nothing' || full.beforeComma !== undefined)))
    yield shown(full);
  else if (hasParts) {
    const parts = writesFamilyFirst(family) ? [family, given] : [given, ...familyColumns(context)];
    yield sure(DISPLAY_NAME, `Join(" ", ${parts.map(named).join(', ')})`, parts, secondRemark(context));
  } else {
    const guess = plainGuess(context, 'displayName') ?? fromOpenParts(context);
    if (guess !== undefined) yield guess;
  }
}

/** An account needs a display name, even if its columns are not certain. */
function fromOpenParts({ assignments }: GuessContext): Guess | undefined {
  const given = assignments.get('givenName')?.candidates[0]?.facts;
  const family = assignments.get('familyName')?.candidates[0]?.facts;
  if (given === undefined || family === undefined) return undefined;
  const parts = [given, family];
  const reason = `displayName: is ${parts.map(named).join(' with ')} what the account is called? Without a displayName the default job creates nobody.`;
  return unsure(DISPLAY_NAME, `Join(" ", ${parts.map(named).join(', ')})`, parts, reason);
}

/** The display name from a column of full names: without additional text, the given name first. */
function shown(full: FullName): Guess {
  const { facts, expression, beside } = full;
  if (beside === 'unknown')
    return unsure(
      DISPLAY_NAME,
      expression,
      [facts],
      `displayName: ${named(facts)} seems to hold an id or a status beside the name. Accounts would be called so.`,
    );
  const comments = beside === 'removed' ? [removedRemark(full)] : [];
  if (full.beforeComma === undefined)
    return sure(DISPLAY_NAME, expression, [facts], comments.length === 0 ? undefined : comments);
  const turned = `Join(" ", ${afterComma(expression)}, ${beforeComma(expression)})`;
  return full.beforeComma === 'given'
    ? sure(
        DISPLAY_NAME,
        `Join(" ", ${beforeComma(expression)}, ${afterComma(expression)})`,
        [facts],
        [...comments, commaRemark(full)],
      )
    : sure(DISPLAY_NAME, turned, [facts], [...comments, commaRemark(full)]);
}

function removedRemark({ facts }: FullName): string {
  return `${named(facts)} holds an id or a status beside the name, which is cut off here.`;
}

function commaRemark({ facts, beforeComma: before }: FullName): string {
  return `${named(facts)} holds the ${before === 'given' ? 'given' : 'family'} name before a comma.`;
}

function beforeComma(expression: string): string {
  return `Word(${expression}, 1, ",")`;
}

function afterComma(expression: string): string {
  return `Replace(${expression}, , "^[^,]*,\\\\s*", , "", , )`;
}

/** Whether the name is Chinese, Japanese or Korean, where the family name comes first. */
function writesFamilyFirst(family: ColumnFacts): boolean {
  return (
    family.share((value) =>
      /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+$/u.test(value),
    ) > 0.5
  );
}

/** Only a comma separates the parts of a name reliably; without one, the guess would be wrong for some people. */
function* partsOf(full: FullName): Generator<Guess> {
  const { facts, expression } = full;
  if (facts.share(hasSeveralWords) < 0.5) return;
  const whole = beforeComma(expression);
  if (full.beside !== 'unknown' && full.beforeComma !== undefined) {
    const isFamily = full.beforeComma === 'family';
    yield sure(GIVEN_NAME, isFamily ? afterComma(expression) : whole, [facts]);
    yield sure(FAMILY_NAME, isFamily ? whole : afterComma(expression), [facts]);
    return;
  }
  const [given, family, order] = cutAtSpace(full);
  const reason = `The extract has the whole name only. With the family name ${order}, which is wrong for some people:`;
  yield unsure(GIVEN_NAME, given, [facts], reason);
  yield unsure(FAMILY_NAME, family, [facts], reason);
}

function cutAtSpace({ facts, expression }: FullName): readonly [given: string, family: string, order: string] {
  if (facts.share((value) => value.includes(',')) > 0.8)
    return [afterComma(expression), beforeComma(expression), 'before the comma'];
  if (writesFamilyFirst(facts))
    return [`Word(${expression}, 2, " \u3000")`, `Word(${expression}, 1, " \u3000")`, 'first'];
  const [first, rest] = [`Word(${expression}, 1, " ")`, `Replace(${expression}, , "^\\\\S+\\\\s+", , "", , )`];
  return namesFamilyFirst(facts.column)
    ? [rest, first, 'before the first space']
    : [first, rest, 'after the first space'];
}
