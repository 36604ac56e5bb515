import { keyOf, wordsOf } from '../../text/headerWords';
import type { Meaning } from '../attributeNames';
import { NAMES } from '../attributeNames';
import { namesMailAddress } from './mailHeader';

/** The score of each meaning for a name, from 0 to 1. */
type Meanings = ReadonlyMap<Meaning, number>;

const NONE: Meanings = new Map();

/** Names with their words joined, and names of several words in alphabetical order. */
const BY_KEY = new Map<string, Map<Meaning, number>>();
const BY_WORDS = new Map<string, Map<Meaning, number>>();
for (const meaning of Object.keys(NAMES) as Meaning[])
  for (const [weight, names] of Object.entries(NAMES[meaning]))
    for (const name of names.split(', ')) {
      const words = wordsOf(name);
      put(BY_KEY, keyOf(words), meaning, Number(weight));
      if (words.length > 1) put(BY_WORDS, sorted(words), meaning, Number(weight));
    }

function put(index: Map<string, Map<Meaning, number>>, key: string, meaning: Meaning, weight: number): void {
  const meanings = index.get(key) ?? new Map<Meaning, number>();
  meanings.set(meaning, Math.max(meanings.get(meaning) ?? 0, weight));
  index.set(key, meanings);
}

function sorted(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** Words that only refer to the person or mean nothing; they can be removed to find the name. */
const FILLERS = listed(
  'employee, employees, worker, workers, associate, person, people, staff, member, current, primary, legal, main, contact, data, info, information, details, value, field, basic, employment, profile, nav, core, hr, hris, emp, ee, mitarbeiter, mitarbeiters, employe, salarie, collaborateur, empleado, trabajador, medewerker, colaborador, funcionario, dipendente, anstalld, ansatt, medarbejder, tyontekija, del, de, du, des, der, die, das, di, do, da, of, the, s, 1, text, txt, description, desc',
);

/** Words that name the section of a file that a column comes from, before a dot, a colon, a slash or a dash. */
const SECTIONS = new Set([
  ...FILLERS,
  ...listed(
    'personal, work, job, jobs, user, users, hire, organization, organisation, org, company, assignment, general, global, custom, root, record, row, item, attributes, fields, wd, workday, sf, empinfo, jobinfo, personinfo, personalinfo, jobnav, jobinfonav, personnav, usernav, employmentnav, home, office, address, adresse, name, names, position, stammdaten, personalien',
  ),
]);

/** Words for other people and things, whose name, id and status must not be taken for the person's. */
const OTHERS = listed(
  'emergency, spouse, dependent, dependant, dependents, child, children, kin, beneficiary, beneficiaries, bank, iban, recruiter, recruiting, referrer, referral, referred, previous, prior, old, birth, maiden, geburt, geburts, geburtsname, geburtsdatum, notfall, notfallkontakt, urgence, emergencia, emergenza, nood, noodcontact, noodgeval, naissance, nacimiento, nascita, nascimento, geboorte, geboortenaam, mentor, buddy, sponsor, assistant, approver, approved, created, modified, updated, changed, hrbp, recruiter, agency, supplier, doctor, arzt, school, university, college, vehicle, union, father, mother, padre, madre, pere, mere, vater, mutter, conjoint, conyuge, ehepartner, partner, tax, ssn, social, national, passport',
);

/** Things at work that have their own names, numbers and states. */
const THINGS = listed(
  'job, jobs, position, role, cost, center, centre, department, dept, division, company, team, location, site, building, business, unit, entity, org, organization, organisation, organizational, grade, band, pay, payroll, shift, project, plan, course, event, file, device, asset, kostenstelle, kostenstellen, abteilung, abteilungs, stelle, stellen, planstelle, funktion, funktions, firma, firmen, gesellschaft, standort, bereich, tarif, poste, emploi, service, societe, etablissement, site, puesto, departamento, empresa, centro, cargo, afdeling, functie, bedrijf, locatie, kostenplaats, reparto, azienda, sede, mansione, avdeling, avdelning, stilling, befattning, selskap, bolag',
);

/** The section of a file about a person's job, which also contains attributes of the person. */
const JOB_SECTION = /job[\s_-]*(?:info(?:rmation)?|data|nav|details)(?:nav)?/i;

/**
 * What systems add to names: the infotype of SAP (`P0002-NACHN`), the suffix of custom fields (`Employee_Number__c`),
 * the table of UKG Pro (`EepNameFirst`).
 */
const MARKS = /^(?:PA?|IT)?0\d{3}[\s_./-]+|__c$/i;
const TABLE = /^Ee[cp](?=[A-Z])/;

/** Meanings that a name with one of the {@link THINGS} never has. */
const OF_PEOPLE: readonly Meaning[] = [
  'displayName',
  'givenName',
  'familyName',
  'middleName',
  'nickName',
  'externalId',
  'employeeNumber',
  'userName',
  'active',
];

/** Words for the manager, as sequences of words, the longest first. */
const MANAGER = [
  'reports to, report to, reporting to, reporting manager, reporting officer, reporting line, line manager, direct manager, people manager, immediate supervisor, direct supervisor, manager, managers, mgr, supervisor, supervisors, supv, superior, boss',
  'direkter vorgesetzter, disziplinarischer vorgesetzter, vorgesetzter, vorgesetzte, vorgesetzten, vorgesetztes, vorges, fuhrungskraft, chef',
  'responsable hierarchique, superieur hierarchique, responsable direct, responsable, superieur, manageur, n 1',
  'jefe directo, jefe inmediato, supervisor directo, responsable directo, jefe, gestor direto, gestor, chefe imediato, chefe direto, chefe, lider direto',
  'direct leidinggevende, leidinggevende, leidinggevenden, responsabile diretto, responsabile, capo',
  'narmaste chef, narmeste leder, naermeste leder, overordnede, leder, lahiesimies, esimies, esihenkilo',
  'bezposredni przelozony, bezposredniego przelozonego, przelozony, przelozonego, kierownik, kierownika, primy nadrizeny, nadrizeny, nadrizeneho, vedouci, vedouciho, nadriadeny',
  'непосредственный руководитель, непосредственного руководителя, руководитель, руководителя, начальник, начальника',
  'kozvetlen felettes, felettes, felettese, vezeto, yonetici, yoneticisi, amir, bagli oldugu yonetici',
  '直属上司, 上司, 上長, 直属上级, 直接上级, 上级, 上级主管, 直属主管, 直接主管, 主管, 汇报对象, 직속상사, 상사, 직속 상사',
]
  .flatMap((line) => line.split(', '))
  .map(wordsOf)
  .sort((a, b) => keyOf(b).length - keyOf(a).length);

/** Words for an id, as used next to the word for its owner. */
const ID_WORDS = listed(
  'id, ids, i d, number, no, nr, num, code, key, identifier, nummer, numero, uid, guid, ref, reference, identifiant, kennung, tunnus, ref number, numer, cislo, номер, табельный номер, код, azonosito, szama, torzsszam, torzsszama, sicil no, コード, 番号, 工号, 编号, 사번',
);

/**
 * The possible meanings of a header, with scores from 0 to 1. A header that names a manager, another person or a thing
 * at work (the job, the cost center) is never taken for the person's own attribute. A match with words removed has a
 * lower score.
 */
export function meaningsOf(column: string): Meanings {
  const header = column.replace(MARKS, '').replace(TABLE, '');
  const words = wordsOf(header);
  const key = keyOf(words);
  const whole = BY_KEY.get(key);
  if (whole !== undefined) return whole;
  const manager = ofManager(words, key);
  if (manager !== undefined) return manager.size > 0 ? manager : (ofManager(...lastWords(header)) ?? manager);
  if (words.some((word) => OTHERS.has(word))) return NONE;
  if (namesMailAddress(words.filter((word) => !FILLERS.has(word) && !PRIVATE.test(word))))
    return new Map([['email', 0.95]]);
  const found = inOtherOrder(words) ?? lastTwoSegments(header) ?? shortened(words) ?? lastSegment(header);
  if (found === undefined) return NONE;
  const isThing = wordsOf(header.replace(JOB_SECTION, '')).some((word) => THINGS.has(word));
  return new Map([...found].filter(([meaning]) => !isThing || !OF_PEOPLE.includes(meaning)));
}

/** Whether the name refers to a manager or to another person. */
export function isAboutOthers(column: string): boolean {
  const words = wordsOf(column.replace(MARKS, '').replace(TABLE, ''));
  return words.some((word) => OTHERS.has(word)) || withoutManager(words, keyOf(words)) !== undefined;
}

/** Whether the name marks a value as part of the person's private life. */
export function isPrivate(header: string): boolean {
  return wordsOf(header).some((word) => PRIVATE.test(word));
}

const PRIVATE =
  /^(?:home|personal|private|privat|privee?|prive|persoonlijk|particular|personale|privado|privato|perso|personnel|privatmail|privatadresse|hem|hjem|自宅|個人)$/;

/**
 * `undefined` if the name does not contain a manager; otherwise the meaning for the manager, which is empty if it does
 * not identify them.
 */
function ofManager(words: readonly string[], key: string): Meanings | undefined {
  const rest = withoutManager(words, key);
  if (rest === undefined) return undefined;
  const core = rest.filter((word) => !FILLERS.has(word));
  // The HR manager is not the person's manager
  if (rest.some((word) => /^(?:hr|hris|rh|people)$/.test(word))) return NONE;
  if (core.length === 0) return new Map([['manager', 0.9]]);
  const own = keyOf(core);
  const known =
    BY_KEY.get(own) ?? BY_KEY.get(keyOf(rest)) ?? BY_WORDS.get(sorted(rest)) ?? BY_WORDS.get(sorted(core)) ?? NONE;
  if (ID_WORDS.has(own) || known.has('externalId') || known.has('employeeNumber')) return new Map([['manager', 1]]);
  const isNamed = (['email', 'userName', 'displayName', 'givenName', 'familyName'] as const).some((meaning) =>
    known.has(meaning),
  );
  return isNamed ? new Map([['manager', 0.6]]) : NONE;
}

function withoutManager(words: readonly string[], key: string): readonly string[] | undefined {
  for (const phrase of MANAGER) {
    const at = words.findIndex((_, index) => phrase.every((word, offset) => words[index + offset] === word));
    if (at >= 0) return [...words.slice(0, at), ...words.slice(at + phrase.length)];
  }
  // All words joined: `managerid`, `SUPERVISOREID`
  for (const phrase of MANAGER.map(keyOf)) {
    // Two letters are ambiguous, but two Chinese or Korean characters are a whole word
    if (/^\w{1,2}$/.test(phrase) || key.length <= phrase.length) continue;
    const rest = key.startsWith(phrase)
      ? key.slice(phrase.length)
      : key.endsWith(phrase)
        ? key.slice(0, -phrase.length)
        : '';
    if (ID_WORDS.has(rest) || BY_KEY.has(rest)) return [rest];
  }
  return undefined;
}

/** `Preferred Name - First`, `Name (Last)`: the words of a known name, in another order. */
function inOtherOrder(words: readonly string[]): Meanings | undefined {
  const found = BY_WORDS.get(sorted(words)) ?? BY_WORDS.get(sorted(words.filter((word) => word !== 'name')));
  return found === undefined ? undefined : weakened(found, 1);
}

/** `Employee Mobile`, `Legal Name - Last Name`: a known name after removing the words for its owner. */
function shortened(words: readonly string[]): Meanings | undefined {
  const core = words.filter((word) => !FILLERS.has(word) && !PRIVATE.test(word));
  if (core.length === 0 || core.length === words.length) return undefined;
  const found = BY_KEY.get(keyOf(core)) ?? BY_WORDS.get(sorted(core));
  return found === undefined ? undefined : weakened(found, 0.88);
}

function segmentsOf(header: string): readonly (readonly string[])[] {
  return header.split(/[./:|>\\]|\s[-–]\s/).map(wordsOf);
}

/** The words after the section of the file, and the same words joined; empty if the header has no section. */
function lastWords(header: string): [words: readonly string[], key: string] {
  const segments = segmentsOf(header);
  const isPart = segments.slice(0, -1).every((words) => words.every((word) => SECTIONS.has(word)));
  const last = segments.length > 1 && isPart ? (segments.at(-1) ?? []) : [];
  return [last, keyOf(last)];
}

/** `hr.employee.id`, `hr.cost_center.name`: the owner and the name of an attribute. */
function lastTwoSegments(header: string): Meanings | undefined {
  const segments = segmentsOf(header);
  return segments.length < 3 ? undefined : BY_KEY.get(keyOf(segments.slice(-2).flat()));
}

/** `personNav/firstName`, `Job Information: Department`, `hr.employee.email`. */
function lastSegment(header: string): Meanings | undefined {
  const segments = segmentsOf(header);
  const last = segments.at(-1) ?? [];
  if (segments.length < 2 || last.length === 0) return undefined;
  if (!segments.slice(0, -1).every((words) => words.every((word) => SECTIONS.has(word) || PRIVATE.test(word))))
    return undefined;
  const found = BY_KEY.get(keyOf(last)) ?? BY_WORDS.get(sorted(last));
  return found === undefined ? undefined : weakened(found, 0.9);
}

/** An ambiguous name with additional words means nothing. */
function weakened(meanings: Meanings, by: number): Meanings {
  return new Map(
    [...meanings].filter(([, weight]) => weight >= 0.8).map(([meaning, weight]) => [meaning, weight * by]),
  );
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(', ').map((word) => keyOf(wordsOf(word))));
}
