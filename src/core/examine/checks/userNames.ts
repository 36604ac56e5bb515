import { formatCount } from '../../text/formatCount';
import { defineProblemKinds } from '../../problems/problemKind';
import type { ProblemKind } from '../../problems/problemKind';
import type { Found } from '../findingAt';
import { findingAt, inFirstLine, listWords, placeOfRule, recordCount } from '../findingAt';
import { judgeUserName, MAX_DOMAIN, MAX_LOCAL_PART } from '../../scim/userNamePolicy';
import type { RuleOutcome } from '../../convert/compileRule';
import { outcomeText } from '../outcomeText';
import type { ValueRule } from '../valueRule';

const [withoutAt, characters, tooLong] = defineProblemKinds([
  {
    code: 'value.user-name.without-at',
    severity: 'warning',
    title: 'userName without a domain',
    explanation:
      "A user principal name is a name, an @ and a domain of the tenant. A job's default mapping appends the tenant's default domain to the name; a mapping that uses userName unchanged does not create the account.",
    remedy: 'Add the domain with Join, or check that the job adds it.',
    authority: 'Entra',
    example: { wrong: 'userName = [UserID]', right: 'userName = Join("@", [UserID], "contoso.com")' },
  },
  {
    code: 'value.user-name.characters',
    severity: 'warning',
    title: 'Characters not allowed in a user principal name',
    explanation:
      "A user principal name contains letters without accents, digits and ' . - _ ! # ^ ~ and one @, without a period directly before it. Entra does not create an account with any other name.",
    remedy: 'Remove accents with NormalizeDiacritics, spaces with StripSpaces, and the rest with Replace.',
    authority: 'Entra',
    example: {
      wrong: 'userName = Join("@", [Name], "contoso.com")  # the extract holds "Zoë Müller"',
      right: 'userName = Join("@", NormalizeDiacritics(StripSpaces([Name])), "contoso.com")',
    },
  },
  {
    code: 'value.user-name.too-long',
    severity: 'warning',
    title: 'userName too long',
    explanation:
      'A user principal name has at most 64 characters before the @ and 48 after it. Entra does not create an account with a longer one.',
    remedy: 'Shorten the name with Left, or use a column with shorter names.',
    authority: 'Entra',
    example: {
      wrong: 'userName = Join("@", [FullName], "contoso.com")',
      right: 'userName = Join("@", Left([FullName], 64), "contoso.com")',
    },
  },
]);

/** Maximum number of characters that a message names. */
const MAX_LISTED = 8;

/** Reports values that Entra would not accept as a user principal name. */
export const userNames: ValueRule = {
  kinds: [withoutAt, characters, tooLong],
  start: ({ loaded, mapping }) => {
    const index = mapping.rules.findIndex(({ label }) => label === 'userName');
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const [noDomain, strange, long] = [new Tally(), new Tally(), new Tally()];
    const seen = new Set<string>();
    return {
      add: ({ line }, outcomes) => {
        const name = nameOf(outcomes[index]);
        if (name === undefined || name === '') return;
        const { lacksAt, forbidden: found, isTooLong } = judgeUserName(name);
        if (lacksAt) noDomain.add(name, line);
        if (isTooLong) long.add(name, line);
        if (found.length === 0) return;
        strange.add(name, line);
        for (const character of found) if (seen.size < 100) seen.add(character);
      },
      finish: () => {
        const place = placeOfRule(loaded, rule);
        const report = (kind: ProblemKind, tally: Tally, what: string, data?: Found['data']) =>
          tally.count === 0 ? [] : [findingAt(place, kind, tally.found(what, { ...data, columns: rule.columns }))];
        return [
          ...report(withoutAt, noDomain, 'no @ in the userName'),
          ...report(characters, strange, `characters that are not allowed in a user principal name: ${nameAll(seen)}`, {
            characters: [...seen],
          }),
          ...report(
            tooLong,
            long,
            `more than ${MAX_LOCAL_PART} characters before the @ of the userName or more than ${MAX_DOMAIN} after it`,
          ),
        ];
      },
    };
  },
};

/** The rule's result, even if it was rejected for its content. */
function nameOf(outcome: RuleOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'problem') return outcomeText(outcome);
  return outcome.code === 'value.user-name.invalid' ? outcome.value : undefined;
}

class Tally {
  count = 0;
  #line = 0;
  #example = '';

  add(name: string, line: number): void {
    if (this.count === 0) [this.#line, this.#example] = [line, name];
    this.count++;
  }

  found(what: string, data: Found['data']): Found {
    const verb = this.count === 1 ? 'has' : 'have';
    const message = `${recordCount(this.count)}, ${inFirstLine(this.count, this.#line)}, ${verb} ${what}.`;
    return { message, count: this.count, line: this.#line, data: { ...data, example: this.#example } };
  }
}

function nameAll(characters: ReadonlySet<string>): string {
  const names = [...characters].slice(0, MAX_LISTED).map((character) => {
    if (character === '@') return 'a second @';
    if (character.length > 2) return 'a period before the @';
    return /^\s$/u.test(character) ? 'a space' : character;
  });
  const more = characters.size > MAX_LISTED ? [`${formatCount(characters.size - MAX_LISTED)} more`] : [];
  return listWords([...new Set(names), ...more]);
}
