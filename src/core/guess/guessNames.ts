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

/** The parts of the name; the one is put together from the others where the extract has only these. */
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

/** With the words before it that Dutch and some German names have, `van der`, and with the second one of Spanish names. */
function familyName(context: GuessContext): Guess | undefined {
  const guess = plainGuess(context, 'familyName');
  const columns = familyColumns(context);
  if (guess === undefined || columns.length < 2) return guess;
  return sure(FAMILY_NAME, `Join(" ", ${columns.map(named).join(', ')})`, columns, secondRemark(context));
}

/** The columns that the family name is in, in the order in which it is written; none where it is not sure. */
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

/** Accounts need a name to be shown, even where it is not sure which columns it is in. */
function fromOpenParts({ assignments }: GuessContext): Guess | undefined {
  const given = assignments.get('givenName')?.candidates[0]?.facts;
  const family = assignments.get('familyName')?.candidates[0]?.facts;
  if (given === undefined || family === undefined) return undefined;
  const parts = [given, family];
  const reason = `displayName: is ${parts.map(named).join(' with ')} what the account is called? Without a displayName the default job creates nobody.`;
  return unsure(DISPLAY_NAME, `Join(" ", ${parts.map(named).join(', ')})`, parts, reason);
}

/** A column of whole names as people should read it: without what is beside the name, the given name first. */
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

/** Chinese, Japanese and Korean names begin with the family. */
function writesFamilyFirst(family: ColumnFacts): boolean {
  return (
    family.share((value) =>
      /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+$/u.test(value),
    ) > 0.5
  );
}

/** Where a name ends and the other begins is sure with a comma only; else it is right for many people and wrong for some. */
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
