import { printString } from '../expression/print';
import { textExpression } from '../import/mappingDraft';
import type { Meaning } from './attributeNames';
import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { named, plainGuess, sure, unsure } from './guess';
import { keyOf, wordsOf } from '../text/headerWords';
import { isCountryCode } from './valueLooks';
import { COUNTRY_NAMES } from './wordLists';

const ADDRESS: readonly Meaning[] = ['street', 'city', 'region', 'postalCode'];
/** Meanings that may also describe a person's home. */
const CONTACT: readonly Meaning[] = [...ADDRESS, 'country', 'email', 'phone', 'mobile'];
/** Words that mark an address as the employer's. */
const WORK =
  /^(?:work|office|business|company|corporate|site|dienst|dienstlich|buro|geschaftlich|bureau|professionnel|trabajo|oficina|laboral|kantoor|werk|trabalho|escritorio|ufficio|lavoro|勤務先|会社)$/;

/** Payroll data: an address next to it is the person's home. */
const OF_PAYROLL =
  /^(?:birthdate|birthday|dateofbirth|dob|geburtsdatum|geburtstag|gebdat|gbdat|datedenaissance|datenaissance|fechadenacimiento|fechanacimiento|geboortedatum|datadenascimento|datanascimento|datadinascita|datanascita|fodelsedatum|fodelsedato|syntymaaika|dataurodzenia|datumnarozeni|датарождения|生年月日|出生日期|생년월일|dogumtarihi|iban|bankaccount|bankverbindung|familienstand|konfession|steuerklasse|maritalstatus|situationfamiliale|estadocivil|statocivile|burgerlijkestaat)$/;

/** Guesses phone numbers and addresses. Values that may be private are only proposed. */
export function guessPlaces(context: GuessContext): readonly Guess[] {
  const hasPrivate = context.columns.some(
    ({ column, isPrivate, names }) =>
      (isPrivate && CONTACT.some((meaning) => names.has(meaning))) || OF_PAYROLL.test(keyOf(wordsOf(column))),
  );
  const guesses = [...ADDRESS, 'phone' as const].flatMap((meaning) => plainGuess(context, meaning) ?? []);
  const country = guessCountry(context);
  const phone = mobile(context);
  return [...guesses, ...(country === undefined ? [] : [country]), ...(phone === undefined ? [] : [phone])].map(
    (guess) => guarded(context, guess, hasPrivate),
  );
}

function guarded(context: GuessContext, guess: Guess, hasPrivate: boolean): Guess {
  const columns = context.columns.filter(({ column }) => guess.columns.includes(column));
  const isWork = columns.every(({ column }) => wordsOf(column).some((word) => WORK.test(word)));
  const isPrivate = columns.some((facts) => facts.isPrivate);
  const isAddress = guess.rule.path.attribute === 'addresses';
  if (guess.rule.isOff === true || (!isPrivate && (isWork || !hasPrivate || !isAddress))) return guess;
  const what = columns.map(named).join(', ');
  return unsure(
    guess.rule.path,
    guess.rule.expression,
    columns,
    isPrivate
      ? `${what} is private; accounts are seen by colleagues.`
      : `Is ${what} where the person works, or lives? The extract holds private data, too.`,
  );
}

function mobile(context: GuessContext): Guess | undefined {
  const facts = context.assignments.get('mobile')?.candidates[0]?.facts;
  if (facts === undefined) return undefined;
  const path = { attribute: 'phoneNumbers', filter: [{ attribute: 'type', value: 'mobile' }], sub: 'value' };
  return unsure(path, named(facts), [facts], 'Entra reads only the phone number of type "work".');
}

/**
 * RFC 7643 (section 4.1.2) requires ISO 3166-1 alpha-2: names and other codes are converted if all of them are known.
 */
function guessCountry(context: GuessContext): Guess | undefined {
  const plain = plainGuess(context, 'country');
  const facts = context.assignments.get('country')?.candidates[0]?.facts;
  const path = PATHS.country;
  if (plain === undefined || facts === undefined || path === undefined || facts.profile.filled === 0) return plain;
  const others = facts.profile.values.filter(({ value }) => !isCountryCode(value));
  if (others.length === 0 && facts.isWhole) return plain;
  const unknown = others.filter(({ value }) => codeOf(value) === undefined);
  const expression = switchToCodes(
    facts,
    others.map(({ value }) => value),
  );
  if (unknown.length === 0 && facts.isWhole && plain.rule.isOff !== true) return sure(path, expression, [facts]);
  const listed = unknown.slice(0, 10).map(({ value }) => printString(value));
  const reason =
    listed.length === 0 ? 'Not all values have been seen.' : `Which are the codes of ${listed.join(', ')}?`;
  return unsure(path, expression, [facts], `country takes codes of two letters (ISO 3166-1). ${reason}`);
}

function codeOf(value: string): string | undefined {
  // A value that a mapping cannot contain is not converted
  return textExpression(value) === undefined ? undefined : COUNTRY_NAMES.get(value.trim().toLowerCase());
}

function switchToCodes(facts: ColumnFacts, others: readonly string[]): string {
  const pairs = others.slice(0, 40).flatMap((value) => [printString(value), printString(codeOf(value) ?? '?')]);
  // A new value is passed on unchanged, so that a check reports it; with another default it would vanish
  return `Switch(${[named(facts), named(facts), ...pairs].join(', ')})`;
}
