import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { named, plainGuess, sure, sureColumn, unsure } from './guess';

const DISPLAY_NAME = { attribute: 'displayName' };
const GIVEN_NAME = { attribute: 'name', sub: 'givenName' };
const FAMILY_NAME = { attribute: 'name', sub: 'familyName' };

/** The parts of the name; the one is put together from the others where the extract has only these. */
export function guessNames(context: GuessContext): readonly Guess[] {
  const parts = [plainGuess(context, 'givenName'), plainGuess(context, 'familyName')].filter(
    (guess) => guess !== undefined,
  );
  const rest = (['middleName', 'nickName', 'honorificPrefix'] as const).flatMap((meaning) => {
    const guess = PATHS[meaning] === undefined ? undefined : plainGuess(context, meaning);
    return guess === undefined ? [] : [guess];
  });
  return [...parts, ...rest, ...displayName(context), ...(parts.length === 0 ? fromFullName(context) : [])];
}

function* displayName(context: GuessContext): Generator<Guess> {
  const full = plainGuess(context, 'displayName');
  const given = sureColumn(context, 'givenName');
  const family = sureColumn(context, 'familyName');
  if (full !== undefined && full.rule.isOff !== true) yield full;
  else if (given !== undefined && family !== undefined) {
    const parts = writesFamilyFirst(family) ? [family, given] : [given, family];
    yield sure(DISPLAY_NAME, `Join(" ", ${parts.map(named).join(', ')})`, parts);
  } else if (full !== undefined) yield full;
}

/** Chinese, Japanese and Korean names begin with the family. */
function writesFamilyFirst(family: ColumnFacts): boolean {
  return (
    family.share((value) => /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]+$/u.test(value)) >
    0.5
  );
}

/** Where a name ends and the other begins is right for many people and wrong for some. */
function* fromFullName(context: GuessContext): Generator<Guess> {
  const full = sureColumn(context, 'displayName');
  if (full === undefined) return;
  const [given, family, order] =
    full.share((value) => value.includes(',')) > 0.8
      ? [`Replace(${named(full)}, , "^[^,]*,\\\\s*", , "", , )`, `Word(${named(full)}, 1, ",")`, 'before the comma']
      : writesFamilyFirst(full)
        ? [`Word(${named(full)}, 2, " \u3000")`, `Word(${named(full)}, 1, " \u3000")`, 'first']
        : [
            `Word(${named(full)}, 1, " ")`,
            `Replace(${named(full)}, , "^\\\\S+\\\\s+", , "", , )`,
            'behind the first space',
          ];
  const reason = `The extract has the whole name only. With the family name ${order}, which is wrong for some people:`;
  yield unsure(GIVEN_NAME, given, [full], reason);
  yield unsure(FAMILY_NAME, family, [full], reason);
}
