import { printString } from '../expression/print';
import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import { doubtfulLines } from './doubtfulLines';
import type { Guess, GuessContext } from './guess';
import { named, sure, sureColumn, unsure } from './guess';
import { idColumn } from './guessIdentity';
import { isAboutOthers } from './headers/headerMeaning';
import type { SignInDomain } from './signInDomain';
import { signInDomain } from './signInDomain';
import { looksLikeEmail, looksPrivate } from './valueLooks';

const USER_NAME = { attribute: 'userName' };

/** Guesses `emails` and `userName`. A sign-in name needs a domain. */
export function guessSignIn(context: GuessContext): readonly Guess[] {
  const email = PATHS.email;
  const mail = workMail(context);
  const guesses: Guess[] = [];
  if (email !== undefined && mail !== undefined) guesses.push(sure(email, named(mail), [mail]));
  else if (email !== undefined) {
    const candidate = context.assignments.get('email')?.candidates[0]?.facts;
    const unnamed = candidate === undefined ? unnamedMail(context) : undefined;
    const facts = candidate ?? unnamed;
    const doubt = unnamed === undefined ? mailDoubt : () => 'The values are addresses; the name does not say whose.';
    if (facts !== undefined)
      guesses.push(unsure(email, named(facts), [facts], `emails: ${named(facts)}? ${doubt(facts)}`));
  }
  return [...guesses, ...userName(context, mail)];
}

/** A column of unique addresses whose name does not show what it is. */
function unnamedMail({ columns }: GuessContext): ColumnFacts | undefined {
  const found = columns.filter(
    (facts) =>
      facts.names.size === 0 &&
      !isAboutOthers(facts.column) &&
      facts.share(looksLikeEmail) > 0.9 &&
      facts.share(looksPrivate) < 0.2 &&
      facts.isNearlyUnique &&
      isNearlyFilled(facts),
  );
  return found.length === 1 ? found[0] : undefined;
}

function workMail(context: GuessContext): ColumnFacts | undefined {
  const sureOnes = (context.assignments.get('email')?.candidates ?? []).filter(
    ({ facts, score }) =>
      score >= 0.8 && facts.profile.filled > 0 && !facts.isPrivate && facts.share(looksPrivate) < 0.2,
  );
  const [only, second] = sureOnes;
  if (only === undefined || (second !== undefined && only.score - second.score < 0.1)) return undefined;
  return only.facts;
}

function mailDoubt(facts: ColumnFacts): string {
  if (facts.profile.filled === 0) return 'None of the records read has a value.';
  if (facts.isPrivate || facts.share(looksPrivate) >= 0.2)
    return 'The addresses look private; accounts should not show them.';
  return 'The name and the values do not settle it.';
}

function* userName(context: GuessContext, mail: ColumnFacts | undefined): Generator<Guess> {
  const id = idColumn(context);
  const login = (context.assignments.get('userName')?.candidates ?? []).find(
    ({ facts, score }) => score >= 0.7 && (facts !== id || score >= 1),
  )?.facts;
  const address = mail !== undefined && mail.isNearlyUnique && isNearlyFilled(mail) ? mail : undefined;
  if (login !== undefined && login.profile.filled > 0 && login.share(looksLikeEmail) > 0.95) yield fromColumn(login);
  else if (login !== undefined && address !== undefined) yield fromMail(context, address, login);
  else if (login !== undefined) yield fromLogin(context, login);
  else if (address !== undefined) yield fromColumn(address);
  else if (mail !== undefined)
    yield unsure(USER_NAME, named(mail), [mail], `userName: ${named(mail)}? Some records have none, or share one.`);
  else yield* fromUnnamed(context);
}

function* fromUnnamed(context: GuessContext): Generator<Guess> {
  const facts = context.assignments.has('email') ? undefined : unnamedMail(context);
  if (facts === undefined) yield* fromNames(context);
  else
    yield unsure(
      USER_NAME,
      named(facts),
      [facts],
      `userName: ${named(facts)}? The values are addresses; the name does not say whose.`,
    );
}

function isNearlyFilled({ profile, records }: ColumnFacts): boolean {
  return records - profile.filled <= Math.max(records >= 4 ? 1 : 0, records / 50);
}

function fromColumn(facts: ColumnFacts): Guess {
  const comments = doubtfulLines(facts);
  return sure(USER_NAME, named(facts), [facts], comments.length === 0 ? undefined : comments);
}

/** An address is a sign-in name as it is. A comment mentions a login name that differs. */
function fromMail(context: GuessContext, mail: ColumnFacts, login: ColumnFacts): Guess {
  if (localPartsAre(mail, login)) return fromColumn(mail);
  const made = inDomain(login, signInDomain(context, mail));
  return sure(
    USER_NAME,
    named(mail),
    [mail, login],
    [`People sign in with their addresses here. With ${named(login)} instead: ${made}.`, ...doubtfulLines(mail)],
  );
}

function fromLogin(context: GuessContext, login: ColumnFacts): Guess {
  const domain = signInDomain(context);
  const expression = inDomain(login, domain);
  const fits = login.profile.filled > 0 && login.isNearlyUnique && login.share(isLocalPart) === 1;
  if (domain.source === undefined || !fits)
    return unsure(USER_NAME, expression, [login], `userName needs a domain. ${domainReason(domain)}`);
  return sure(USER_NAME, expression, [login], [domainReason(domain), ...doubtfulLines(login)]);
}

/** Without a sign-in column, a name is composed, although two people may have the same. */
function* fromNames(context: GuessContext): Generator<Guess> {
  const [given, family] = [sureColumn(context, 'givenName'), sureColumn(context, 'familyName')];
  if (given === undefined || family === undefined) return;
  const domain = signInDomain(context);
  const local = `StripSpaces(NormalizeDiacritics(ToLower(Join(".", ${named(given)}, ${named(family)}))))`;
  yield unsure(
    USER_NAME,
    `Join("@", ${local}, ${printString(domain.name)})`,
    [given, family],
    [
      `No column holds a sign-in name. This one is built from the name, which two people may share. ${domainReason(domain)}`,
    ],
  );
}

function inDomain(login: ColumnFacts, domain: SignInDomain): string {
  return `Join("@", ToLower(${named(login)}), ${printString(domain.name)})`;
}

function domainReason({ name, source, others }: SignInDomain): string {
  if (source === undefined) return `Replace ${name} with a domain of the tenant.`;
  const more = others.length === 0 ? '' : ` Other addresses are in ${others.join(', ')}.`;
  return source === 'setting'
    ? `The domain ${name} is the default domain that you have set.`
    : `The domain ${name} is that of the addresses in ${named(source)}; it must be a domain of the tenant.${more}`;
}

/**
 * Whether the service accepts the text before the `@`. Source: the page "Prepare to provision users" of Microsoft 365.
 */
function isLocalPart(value: string): boolean {
  return /^[A-Za-z0-9'_!#^~-]+(?:\.[A-Za-z0-9'_!#^~-]+)*$/.test(value);
}

/** Whether the login names equal the part before the `@` of the mail addresses. */
function localPartsAre(mail: ColumnFacts, login: ColumnFacts): boolean {
  const logins = new Set(login.profile.values.map(({ value }) => value.trim().toLowerCase()));
  return mail.share((value) => logins.has(value.slice(0, value.indexOf('@')).toLowerCase())) > 0.9;
}
