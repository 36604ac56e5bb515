import { formatCount } from '../text/formatCount';
import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { named, sure, unsure } from './guess';
import { hasDigits, hasSeveralWords, looksLikeEmail, looksPrivate, characterPattern } from './valueLooks';

const EXTERNAL_ID = { attribute: 'externalId' };
const USER_NAME = { attribute: 'userName' };

/** `externalId`, `employeeNumber`, `manager`: the ids of an extract depend on each other. */
export function guessIds(context: GuessContext): readonly Guess[] {
  const id = idColumn(context);
  return [...externalId(context, id), ...employeeNumber(context, id), ...manager(context, id)];
}

/** The column that tells people apart. Where managers are named by a column's values, that is the one. */
function idColumn(context: GuessContext): ColumnFacts | undefined {
  const candidates = context.assignments.get('externalId')?.candidates ?? [];
  const referred = candidates.filter(({ facts }) => facts.isUnique && referringTo(context, facts) > 0.5);
  const [only] = referred;
  if (only !== undefined && referred.length === 1 && only.score >= 0.65) return only.facts;
  const [best, second] = candidates;
  if (best === undefined || best.score < 0.8) return undefined;
  // An id goes before a number; two of the same kind are a question
  return second === undefined || best.score > second.score ? best.facts : undefined;
}

function referringTo(context: GuessContext, facts: ColumnFacts): number {
  const managers = context.assignments.get('manager')?.candidates[0]?.facts;
  return managers === undefined || managers === facts ? 0 : contained(managers, facts);
}

/** The part of the records whose value is also one of the other column's. */
function contained(inner: ColumnFacts, outer: ColumnFacts): number {
  const values = new Set(outer.profile.values.map(({ value }) => value.trim()));
  return inner.share((value) => values.has(value));
}

function* externalId(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  const candidates = (context.assignments.get('externalId')?.candidates ?? []).map(({ facts }) => facts);
  if (id === undefined) {
    const [first] = candidates;
    if (first !== undefined)
      yield unsure(
        EXTERNAL_ID,
        named(first),
        candidates,
        `externalId: ${candidates.map(named).join(' or ')}? It must tell people apart and never change.`,
      );
    return;
  }
  const { distinct, filled } = id.profile;
  const comments =
    filled > distinct
      ? [
          `${formatCount(filled)} records have ${formatCount(distinct)} different values here: each person needs one of their own.`,
        ]
      : undefined;
  yield sure(EXTERNAL_ID, named(id), [id], comments);
}

function* employeeNumber(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  const path = PATHS.employeeNumber;
  if (path === undefined) return;
  const candidates = (context.assignments.get('employeeNumber')?.candidates ?? []).filter(({ score }) => score >= 0.8);
  const own = candidates.find(({ facts }) => facts !== id) ?? candidates[0];
  const best = candidates[0];
  // A number of its own goes before the id, unless the id is named like the number
  const chosen = own !== undefined && best !== undefined && own.score >= best.score - 1e-9 ? own : best;
  if (chosen !== undefined) yield sure(path, named(chosen.facts), [chosen.facts]);
}

function* manager(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  const path = PATHS.manager;
  const candidates = context.assignments.get('manager')?.candidates ?? [];
  if (path === undefined || candidates.length === 0) return;
  const scored = candidates.map(({ facts, score }) => ({
    facts,
    score: id === undefined ? score : score + contained(facts, id),
  }));
  scored.sort((a, b) => b.score - a.score);
  const facts = scored[0]?.facts;
  if (facts === undefined) return;
  const needs = "manager.value takes the manager's externalId";
  if (facts.profile.filled === 0)
    yield unsure(path, named(facts), [facts], `${needs}; ${named(facts)} is empty in the records looked at.`);
  else if (id === undefined) yield unsure(path, named(facts), [facts], `${needs}, which is not known yet.`);
  else if (contained(facts, id) > 0.5) yield sure(path, named(facts), [facts]);
  else if (facts.share(looksLikeEmail) > 0.5)
    yield unsure(path, named(facts), [facts], `${needs}; ${named(facts)} holds e-mail addresses.`);
  else if (facts.share(hasSeveralWords) > 0.3 || facts.share(hasDigits) < 0.3)
    yield unsure(path, named(facts), [facts], `${needs}; ${named(facts)} seems to hold names.`);
  else {
    const other = context.columns.find(
      (column) => column !== facts && column !== id && column.isUnique && contained(facts, column) > 0.5,
    );
    if (other !== undefined)
      yield unsure(
        path,
        named(facts),
        [facts],
        `${needs}, ${named(id)}; ${named(facts)} holds values of ${named(other)}.`,
      );
    else if ((scored[0]?.score ?? 0) >= 0.95 && sharesShape(facts, id)) yield sure(path, named(facts), [facts]);
    else yield unsure(path, named(facts), [facts], `${needs}; few values of ${named(facts)} are in ${named(id)}.`);
  }
}

function sharesShape(facts: ColumnFacts, id: ColumnFacts): boolean {
  const shapes = new Set(id.profile.values.map(({ value }) => characterPattern(value.trim())));
  return facts.share((value) => shapes.has(characterPattern(value))) > 0.95;
}

/** `emails` and `userName`: signing in takes a name with a domain. */
export function guessSignIn(context: GuessContext): readonly Guess[] {
  const email = PATHS.email;
  const mail = workMail(context);
  const guesses: Guess[] = [];
  if (email !== undefined && mail !== undefined) guesses.push(sure(email, named(mail), [mail]));
  else if (email !== undefined) {
    const candidate = context.assignments.get('email')?.candidates[0]?.facts;
    if (candidate !== undefined)
      guesses.push(
        unsure(email, named(candidate), [candidate], `emails: ${named(candidate)}? ${mailDoubt(candidate)}`),
      );
  }
  return [...guesses, ...userName(context, mail)];
}

function workMail(context: GuessContext): ColumnFacts | undefined {
  const sureOnes = (context.assignments.get('email')?.candidates ?? []).filter(
    ({ facts, score }) =>
      score >= 0.8 && facts.profile.filled > 0 && !facts.isPrivate && facts.share(looksPrivate) < 0.2,
  );
  const [only] = sureOnes;
  return sureOnes.length === 1 ? only?.facts : undefined;
}

function mailDoubt(facts: ColumnFacts): string {
  if (facts.profile.filled === 0) return 'No record that was looked at has a value.';
  if (facts.isPrivate || facts.share(looksPrivate) >= 0.2)
    return 'The addresses look private; accounts should not show them.';
  return 'The name or the values leave it open.';
}

function* userName(context: GuessContext, mail: ColumnFacts | undefined): Generator<Guess> {
  const id = idColumn(context);
  const login = (context.assignments.get('userName')?.candidates ?? []).find(
    ({ facts, score }) => score >= 0.7 && (facts !== id || score >= 1),
  )?.facts;
  const domain = 'Replace example.com by a domain of the tenant.';
  if (login === undefined) {
    if (mail?.isUnique === true && mail.profile.filled === mail.records) yield sure(USER_NAME, named(mail), [mail]);
    else if (mail !== undefined)
      yield unsure(USER_NAME, named(mail), [mail], `userName: ${named(mail)}? Some records have none, or share one.`);
    return;
  }
  if (login.profile.filled > 0 && login.share(looksLikeEmail) > 0.95) yield sure(USER_NAME, named(login), [login]);
  else if (mail !== undefined && mail.isUnique && localPartsAre(mail, login))
    yield sure(USER_NAME, named(mail), [mail]);
  else if (mail !== undefined)
    yield unsure(
      USER_NAME,
      `Join("@", ToLower(${named(login)}), "example.com")`,
      [login, mail],
      [`userName: ${named(mail)}, or ${named(login)} with a domain? ${domain}`],
    );
  else
    yield unsure(
      USER_NAME,
      `Join("@", ToLower(${named(login)}), "example.com")`,
      [login],
      `userName needs a domain. ${domain}`,
    );
}

/** Whether the login names are what stands before the `@` of the mail addresses. */
function localPartsAre(mail: ColumnFacts, login: ColumnFacts): boolean {
  const logins = new Set(login.profile.values.map(({ value }) => value.trim().toLowerCase()));
  return mail.share((value) => logins.has(value.slice(0, value.indexOf('@')).toLowerCase())) > 0.9;
}
