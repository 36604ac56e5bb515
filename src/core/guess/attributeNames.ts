import type { AttributePath } from '../scim/attributePath';
import { ENTERPRISE_USER_URN } from '../scim/urns';
import { keyOf, wordsOf } from '../text/headerWords';

/** What a column of an extract can be. Some are no attribute of SCIM, but known, so that they are not taken for one. */
export type Meaning = keyof typeof NAMES;

/** Where the value of a column with that meaning goes; `undefined` for meanings without an attribute of their own. */
export const PATHS: Partial<Readonly<Record<Meaning, AttributePath>>> = {
  externalId: { attribute: 'externalId' },
  userName: { attribute: 'userName' },
  displayName: { attribute: 'displayName' },
  nickName: { attribute: 'nickName' },
  active: { attribute: 'active' },
  title: { attribute: 'title' },
  userType: { attribute: 'userType' },
  preferredLanguage: { attribute: 'preferredLanguage' },
  timezone: { attribute: 'timezone' },
  givenName: { attribute: 'name', sub: 'givenName' },
  familyName: { attribute: 'name', sub: 'familyName' },
  middleName: { attribute: 'name', sub: 'middleName' },
  honorificPrefix: { attribute: 'name', sub: 'honorificPrefix' },
  email: work('emails', 'value'),
  phone: work('phoneNumbers', 'value'),
  street: work('addresses', 'streetAddress'),
  city: work('addresses', 'locality'),
  region: work('addresses', 'region'),
  postalCode: work('addresses', 'postalCode'),
  country: work('addresses', 'country'),
  employeeNumber: { urn: ENTERPRISE_USER_URN, attribute: 'employeeNumber' },
  costCenter: { urn: ENTERPRISE_USER_URN, attribute: 'costCenter' },
  organization: { urn: ENTERPRISE_USER_URN, attribute: 'organization' },
  division: { urn: ENTERPRISE_USER_URN, attribute: 'division' },
  department: { urn: ENTERPRISE_USER_URN, attribute: 'department' },
  manager: { urn: ENTERPRISE_USER_URN, attribute: 'manager', sub: 'value' },
};

function work(attribute: string, sub: string): AttributePath {
  return { attribute, filter: [{ attribute: 'type', value: 'work' }], sub };
}

/**
 * Names of columns by meaning: how sure a name is, then names in English, German, French, Spanish, Dutch, Portuguese, Italian
 * and Japanese and in the exports of Workday, SuccessFactors, Personio, BambooHR, ADP and UKG, in any order. Case, spaces,
 * punctuation and accents do not count.
 */
const NAMES = {
  externalId: {
    1: 'worker id, employee id, external id, associate id, person id external, emp id, eeid, employee eeid, file number, mitarbeiter id, mitarbeiterid, id employe, id collaborateur, id empleado, id de empleado, medewerker id, medewerkernummer id, id colaborador, id funcionario, id dipendente, 社員id, 従業員id, 社員コード, 従業員コード',
    0.95: 'employee number, employee no, personnel number, personnel no, emp no, emp number, staff number, staff id, payroll number, worker number, person number, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr, matricule, numero de matricule, numero employe, numero d employe, numero de empleado, numero empleado, legajo, personeelsnummer, medewerkernummer, numero de funcionario, matricula, numero de matricula, numero mecanografico, matricola, numero matricola, codice dipendente, 社員番号, 従業員番号, 職員番号',
    0.85: 'id, hris id, person id, uid, uuid, guid',
    0.7: 'user id, position id',
  },
  employeeNumber: {
    1: 'employee number, employee no, personnel number, personnel no, emp no, emp number, staff number, payroll number, worker number, person number, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr, matricule, numero de matricule, numero employe, numero d employe, numero de empleado, numero empleado, legajo, personeelsnummer, medewerkernummer, numero de funcionario, matricula, numero de matricula, numero mecanografico, matricola, numero matricola, codice dipendente, 社員番号, 従業員番号, 職員番号',
    0.9: 'worker id, employee id, associate id, emp id, eeid, employee eeid, staff id, mitarbeiter id, id employe, id empleado, id de empleado, medewerker id, id colaborador, id dipendente, 社員コード, 従業員コード',
  },
  userName: {
    1: 'user name, username, login, login name, logon, logon name, user principal name, upn, sam account name, network id, account name, benutzername, anmeldename, benutzerkennung, login name, identifiant, nom d utilisateur, nombre de usuario, usuario, gebruikersnaam, inlognaam, nome de usuario, nome de utilizador, utilizador, nome utente, utente, ユーザー名, ユーザ名, ログイン名, ログインid, アカウント名',
    0.85: 'user id, user, userid, kennung, ユーザーid, ユーザid',
  },
  email: {
    1: 'email, e mail, email address, e mail address, mail, work email, business email, company email, primary work email, work e mail, email work, corporate email, office email, work contact work email, email adresse, e mail adresse, mailadresse, email dienstlich, e mail dienstlich, dienstliche e mail, geschaftliche e mail, e mail geschaftlich, adresse e mail, courriel, adresse mail, email professionnel, e mail professionnel, adresse email professionnelle, correo, correo electronico, correo electronico corporativo, correo corporativo, e mailadres, emailadres, zakelijk e mailadres, email zakelijk, werk e mail, e mail corporativo, endereco de email, correio eletronico, indirizzo email, posta elettronica, email aziendale, e mail aziendale, メール, メールアドレス, 電子メール, eメール',
  },
  displayName: {
    1: 'full name, display name, complete name, employee name, worker name, legal name, legal full name, worker, vollstandiger name, anzeigename, nom complet, nombre completo, nombre y apellidos, volledige naam, weergavenaam, nome completo, nominativo, nome e cognome, 氏名, 表示名, 従業員名, 社員名',
    0.85: 'name, preferred name, preferred full name, formal name, formatted name, employee, mitarbeiter, mitarbeitername, naam, nombre del empleado, nome, 名前',
  },
  givenName: {
    1: 'first name, given name, forename, fname, firstname, legal first name, vorname, vornamen, rufname, prenom, prenoms, primer nombre, nombre de pila, voornaam, roepnaam, primeiro nome, nome proprio, nome de batismo, nome di battesimo, 名, 名前名',
    0.85: 'nombre, nombres, nome, preferred first name, preferred given name, voornamen',
  },
  familyName: {
    1: 'last name, family name, surname, lname, lastname, legal last name, nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, achternaam, familienaam, sobrenome, apelido, ultimo nome, cognome, 姓, 苗字, 名字',
    0.9: 'nom, preferred last name, nom usuel, nom d usage',
    0.55: 'name, naam',
  },
  middleName: {
    1: 'middle name, second name, middle initial, legal middle name, zweiter vorname, deuxieme prenom, segundo nombre, tweede voornaam, nome do meio, secondo nome',
  },
  nickName: {
    1: 'nick name, nickname, spitzname, surnom, apodo, bijnaam, soprannome, ニックネーム',
    0.7: 'known as, preferred name',
  },
  honorificPrefix: {
    1: 'honorific prefix, name prefix, academic title, akademischer titel, titre academique, titulo academico',
    0.8: 'titel, prefix, salutation, anrede, civilite, titre, aanhef, tratamiento, 敬称',
  },
  title: {
    1: 'job title, business title, position title, job title description, jobtitle, stellenbezeichnung, positionsbezeichnung, berufsbezeichnung, jobtitel, intitule du poste, intitule de poste, titre du poste, poste, puesto, puesto de trabajo, cargo, titulo del puesto, functie, functietitel, functienaam, functieomschrijving, titulo do cargo, funcao, qualifica, mansione, posizione, titolo professionale, 役職, 役職名, 職名, 職位, 肩書き',
    0.95: 'position, title, job, role, stelle, funktion, fonction, funcion, rol, emploi, ruolo',
    0.7: 'job profile, job code, stellenprofil',
  },
  userType: {
    1: 'worker type, employee type, employment type, user type, employee class, worker category, worker category description, employment category, employment status type, mitarbeitertyp, mitarbeiterart, beschaftigungsart, anstellungsart, type d employe, type de collaborateur, type d emploi, tipo de empleado, tipo de empleo, type medewerker, soort medewerker, type dienstverband, dienstverband, tipo de colaborador, tipo de funcionario, tipo de emprego, tipo dipendente, tipo di dipendente, 雇用形態, 雇用区分, 社員区分',
    0.8: 'contract type, vertragsart, type de contrat, tipo de contrato, tipo contratto, tipo di contratto, contracttype, soort contract, 契約区分',
  },
  active: {
    1: 'worker status, employee status, employment status, active, is active, status, active status, currently active, account enabled, enabled, position status, user status, aktiv, ist aktiv, mitarbeiterstatus, beschaftigungsstatus, anstellungsstatus, statut, statut de l employe, statut employe, statut du collaborateur, actif, est actif, estado, estado del empleado, estado empleado, activo, esta activo, status medewerker, medewerkerstatus, actief, is actief, situacao, estado do colaborador, status do funcionario, ativo, stato, stato dipendente, stato del dipendente, attivo, in servizio, in dienst, im dienst, 在籍状況, 在籍区分, 状態, ステータス, 在職状況, 有効',
  },
  preferredLanguage: {
    1: 'preferred language, language, language code, default locale, locale, sprache, bevorzugte sprache, langue, langue preferee, idioma, idioma preferido, taal, voorkeurstaal, lingua, lingua preferita, 言語, 使用言語',
  },
  timezone: {
    1: 'time zone, timezone, zeitzone, fuseau horaire, zona horaria, tijdzone, fuso horario, fuso orario, タイムゾーン',
  },
  phone: {
    1: 'office phone, work phone, business phone, work phone number, business phone number, office telephone, work telephone, primary work phone, biz phone, work contact work phone, desk phone, telefon dienstlich, telefon geschaftlich, diensttelefon, buro telefon, telephone professionnel, telephone bureau, telefono del trabajo, telefono de oficina, telefono oficina, telefono trabajo, telefoon werk, zakelijk telefoonnummer, telefone comercial, telefone de trabalho, telefono ufficio, telefono aziendale, 会社電話番号, 勤務先電話番号, 内線',
    0.9: 'phone, phone number, telephone, telephone number, tel, telefon, telefonnummer, telefonnr, numero de telephone, telefono, numero de telefono, telefoon, telefoonnummer, telefone, numero de telefone, numero di telefono, 電話番号, 電話',
  },
  mobile: {
    1: 'mobile, mobile phone, cell, cell phone, mobile number, mobile phone number, cell number, handy, mobil, mobiltelefon, handynummer, mobilnummer, telephone portable, portable, telefono movil, movil, mobiele telefoon, mobiel, mobiel nummer, telemovel, celular, cellulare, telefono cellulare, 携帯電話, 携帯番号, 携帯電話番号',
  },
  street: {
    1: 'street address, street, address line 1, address 1, addr 1, address, work address, work address line 1, office address, strasse, strasse und hausnummer, strasse hausnummer, anschrift, adresse, rue, adresse ligne 1, calle, direccion, domicilio laboral, straat, straat en huisnummer, adres, rua, morada, endereco, via, indirizzo, 番地, 住所',
  },
  city: {
    1: 'city, town, locality, work city, work address city, ort, stadt, wohnort, ville, ciudad, poblacion, localidad, plaats, stad, woonplaats, cidade, localidade, citta, comune, 市区町村, 市',
  },
  region: {
    1: 'state, region, province, state province, state or province, work address state, bundesland, kanton, departement region, provincia, comunidad autonoma, provincie, distrito, regione, 都道府県',
    0.6: 'estado uf',
  },
  postalCode: {
    1: 'zip code, zip, zipcode, postal code, postcode, post code, zip postal code, work address postal code, plz, postleitzahl, code postal, codigo postal, cp, cep, cap, codice postale, 郵便番号',
  },
  country: {
    1: 'country, country code, country region, work country, work address country, two letter country code, iso country, land, landercode, landerkurzel, pays, code pays, pais, codigo de pais, codigo pais, landcode, codigo do pais, paese, nazione, codice paese, 国, 国名, 国コード',
  },
  department: {
    1: 'department, department name, dept, dept name, home department description, home department, org unit department, abteilung, abteilungsname, departement, departamento, afdeling, reparto, dipartimento, ufficio, 部署, 部署名, 部門, 部, 所属, 所属部署',
    0.75: 'service, supervisory organization, org unit, organisationseinheit, team, department code, home department code, area',
  },
  division: {
    1: 'division, division name, bereich, geschaftsbereich, unternehmensbereich, direction, divisie, divisione, divisao, 事業部, 本部',
    0.85: 'business unit, sparte, business unit name, unidad de negocio, unidade de negocio',
  },
  costCenter: {
    1: 'cost center, cost centre, cost center code, cost center id, cost center number, home cost number code, home cost number, kostenstelle, kostenstellennummer, centre de cout, centre de couts, centro de costo, centro de costos, centro de coste, centro de costes, centro de custo, centro de custos, kostenplaats, centro di costo, 原価センタ, 原価センター, コストセンター',
    0.8: 'cost center name, cost center description, kostenstellenbezeichnung',
  },
  organization: {
    1: 'company, company name, organization, organisation, legal entity, employer, legal employer, company code description, gesellschaft, firma, unternehmen, arbeitgeber, societe, entreprise, entite legale, empresa, compania, sociedad, bedrijf, bedrijfsnaam, organisatie, werkgever, entidade legal, azienda, societa, ragione sociale, 会社, 会社名, 法人',
    0.85: 'subsidiary, tochtergesellschaft, org, entity, filiale, subsidiaria, company code, buchungskreis',
  },
  manager: {
    1: 'manager id, manager employee id, manager worker id, manager employee number, manager user id, managers employee id, supervisor id, supervisor eeid, supervisor employee id, supervisor employee number, supervisor number, reports to id, reports to associate id, line manager id, manager eeid, manager number, manager no, vorgesetzten id, vorgesetzter id, vorgesetztennummer, personalnummer vorgesetzter, personalnummer des vorgesetzten, fuhrungskraft id, id manager, id du manager, matricule manager, matricule du manager, matricule responsable, id responsable, id del responsable, id del jefe, numero de empleado del jefe, id leidinggevende, personeelsnummer leidinggevende, personeelsnummer manager, id do gestor, matricula do gestor, id gestor, id responsabile, matricola responsabile, 上司id, 上司社員番号, 上長社員番号, 上司コード',
    0.9: 'manager, supervisor, reports to, line manager, worker s manager, direct manager, vorgesetzter, vorgesetzte, fuhrungskraft, responsable, superieur, superieur hierarchique, jefe, jefe directo, supervisor directo, leidinggevende, gestor, chefe, superior, responsabile, capo, 上司, 上長',
  },
  hireDate: {
    1: 'hire date, start date, original hire date, date of hire, entry date, joining date, employment start date, last hire date, recent hire date, einstellungsdatum, eintrittsdatum, eintritt, datum d entree, date d embauche, date d entree, date debut, fecha de contratacion, fecha de alta, fecha de ingreso, fecha de inicio, datum in dienst, indiensttreding, startdatum, data de admissao, data de contratacao, data di assunzione, 入社日, 雇用開始日, 採用日',
  },
  leaveDate: {
    1: 'termination date, end date, leave date, leaving date, last day of work, last working day, employment end date, contract end date, exit date, kundigungsdatum, austrittsdatum, austritt, letzter arbeitstag, date de sortie, date de depart, date de fin, fecha de baja, fecha de salida, fecha de fin, datum uit dienst, uitdiensttreding, einddatum, data de demissao, data de saida, data di cessazione, data fine rapporto, 退職日, 雇用終了日',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;

/** How sure each meaning is for a name, by the name as one word. */
const BY_KEY: ReadonlyMap<string, ReadonlyMap<Meaning, number>> = indexed();

function indexed(): ReadonlyMap<string, ReadonlyMap<Meaning, number>> {
  const index = new Map<string, Map<Meaning, number>>();
  for (const meaning of Object.keys(NAMES) as Meaning[]) {
    for (const [weight, names] of Object.entries(NAMES[meaning])) {
      for (const name of names.split(', ')) {
        const key = keyOf(wordsOf(name));
        const meanings = index.get(key) ?? new Map<Meaning, number>();
        meanings.set(meaning, Math.max(meanings.get(meaning) ?? 0, Number(weight)));
        index.set(key, meanings);
      }
    }
  }
  return index;
}

/** Words that say whose or in which form, and can be left out to find the name. */
const FILLERS = new Set(
  'employee,employees,worker,workers,current,primary,legal,personal,data,info,information,job,field,value,text,description,desc,mitarbeiter,main,contact,details,employe,collaborateur,empleado,medewerker,colaborador,funcionario,dipendente,del,de,du,des,di,do,da,the,of,s,1'.split(
    ',',
  ),
);

const PRIVATE =
  /^(?:home|personal|private|privat|privee?|prive|persoonlijk|particular|personale|privado|privato|perso|personnel|自宅|個人)$/;

/** What each name may mean, with how sure it is: from 0 to 1. Names with words left out are less sure. */
export function meaningsOf(header: string): ReadonlyMap<Meaning, number> {
  const words = wordsOf(header);
  const whole = BY_KEY.get(keyOf(words));
  if (whole !== undefined) return whole;
  const core = words.filter((word) => !FILLERS.has(word) && !PRIVATE.test(word));
  const shorter = core.length === 0 ? undefined : BY_KEY.get(keyOf(core));
  return new Map([...(shorter ?? [])].map(([meaning, weight]) => [meaning, weight * 0.88]));
}

/** Whether the name says that a value belongs to the person's private life. */
export function isPrivate(header: string): boolean {
  return wordsOf(header).some((word) => PRIVATE.test(word));
}
