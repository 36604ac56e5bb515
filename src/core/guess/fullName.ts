import { printString } from '../expression/print';
import type { ColumnFacts } from './columnFacts';
import { named } from './guess';
import { wordsOf } from '../text/headerWords';
import { hasDigits, hasLetters } from './valueLooks';
import { STATUS_WORDS } from '../profile/statusWords';

/** The content of a column of full names: an expression for the name alone, and the order of its parts. */
export interface FullName {
  readonly facts: ColumnFacts;
  /** The name without an additional id or status. */
  readonly expression: string;
  /** The text next to the name: none, text that the expression removes, or text that it cannot remove. */
  readonly beside: 'nothing' | 'removed' | 'unknown';
  /** The part before the comma, if every value has one comma. */
  readonly beforeComma?: 'family' | 'given';
}

/** Patterns of text next to a name, the simplest first. They mean the same in .NET and here. */
const BESIDE = [
  '(\\s*\\([^()]*\\))+\\s*$',
  '(\\s*[(\\[][^()\\[\\]]*[)\\]])+\\s*$',
  '^([(\\[][^()\\[\\]]*[)\\]]\\s*)+',
  '\\s+[-–|/]+\\s+[^-–|/]*$',
  '^\\S*\\d\\S*[\\s,:|/–-]+',
  '[\\s,]+[#/|]?\\S*\\d\\S*\\s*$',
  '^[(\\[][^()\\[\\]]*[)\\]]\\s*|(\\s*[(\\[][^()\\[\\]]*[)\\]])+\\s*$',
];

/** Maximum length of a name; the patterns take too long for longer texts. */
const MAX_NAME = 256;

/** Words next to a name that describe the person's relation to the company. */
const STATES =
  /^(?:on leave|leave|leave of absence|loa|contractor|contingent|external|extern|externe|externo|temp|retiree|beurlaubt|elternzeit|in elternzeit|c|e|new|rehire)$/;

/** @param facts a column of full names */
export function fullName(facts: ColumnFacts): FullName {
  const noise = facts.share(hasMore);
  if (noise === 0) return { facts, expression: named(facts), beside: 'nothing', ...commaOf(facts, (value) => value) };
  const pattern = BESIDE.find((each) => {
    const clean = without(each);
    return facts.share((value) => isName(clean(value))) === 1;
  });
  if (pattern === undefined)
    return {
      facts,
      expression: named(facts),
      beside: noise > 0.05 ? 'unknown' : 'nothing',
      ...commaOf(facts, (value) => value),
    };
  const expression = `Replace(${named(facts)}, , ${printString(pattern)}, , "", , )`;
  return { facts, expression, beside: 'removed', ...commaOf(facts, without(pattern)) };
}

function without(pattern: string): (value: string) => string {
  const regex = new RegExp(pattern, 'g');
  return (value) => (value.length > MAX_NAME ? value : value.replace(regex, '').trim());
}

function isName(value: string): boolean {
  return value.length <= MAX_NAME && hasLetters(value) && !hasMore(value);
}

/** Whether a value has digits, or a status in brackets or after a dash. A nickname in brackets belongs to the name. */
function hasMore(value: string): boolean {
  if (value.length > MAX_NAME || hasDigits(value)) return true;
  const aside = /[([]([^()[\]]*)[)\]]\s*$|^[([]([^()[\]]*)[)\]]|\s[-–|/]\s+([^-–|/]*)$/.exec(value);
  const word = (aside?.[1] ?? aside?.[2] ?? aside?.[3] ?? '').trim().toLowerCase();
  return word !== '' && (STATUS_WORDS.has(word) || STATES.test(word));
}

const FAMILY =
  /^(?:last|family|surname|nachname|familienname|zuname|nom|apellidos?|achternaam|cognome|sobrenome|efternamn|etternavn|efternavn|sukunimi)$/;
const GIVEN = /^(?:first|given|forename|vorname|prenom|nombres?|voornaam|nome|fornamn|fornavn|etunimi)$/;
/** Suffixes that may follow a name and a comma. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|ph d|md|dr|mba|esq|cpa|msc|bsc|ing|dipl ing)\b/i;

function commaOf(facts: ColumnFacts, clean: (value: string) => string): { readonly beforeComma?: 'family' | 'given' } {
  const after = new Set<string>();
  const isPair = (value: string): boolean => {
    const [, before = '', tail = ''] = /^([^,]+),\s*([^,]+)$/.exec(clean(value)) ?? [];
    after.add(tail);
    return (
      hasLetters(before) &&
      hasLetters(tail) &&
      tail.trim().split(/\s+/).length <= 3 &&
      !SUFFIX.test(tail.replace(/[.]/g, ' ').trim())
    );
  };
  if (facts.profile.filled === 0 || facts.share(isPair) < 1) return {};
  // Departments and titles after a comma repeat often
  if (facts.profile.distinct >= 6 && after.size < facts.profile.distinct / 3) return {};
  return { beforeComma: namesGivenFirst(facts.column) ? 'given' : 'family' };
}

/** Whether the header names the parts with the family name first: `Nom et prénom`. */
export function namesFamilyFirst(header: string): boolean {
  const words = wordsOf(header);
  const family = words.findIndex((word) => FAMILY.test(word));
  return family >= 0 && words.findIndex((word) => GIVEN.test(word)) > family;
}

/** Whether the header names the parts with the given name first: `First name, Last name`. */
function namesGivenFirst(header: string): boolean {
  const words = wordsOf(header);
  const given = words.findIndex((word) => GIVEN.test(word));
  return given >= 0 && words.findIndex((word) => FAMILY.test(word)) > given;
}
