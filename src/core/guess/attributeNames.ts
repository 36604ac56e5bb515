import type { AttributePath } from '../scim/attributePath';
import { ENTERPRISE_USER_URN } from '../scim/urns';

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
 * Names of columns by meaning: how sure a name is, then names in English, German, French, Spanish, Dutch, Portuguese, Italian, Swedish,
 * Norwegian, Danish, Finnish and Japanese, and in the exports of Workday, SuccessFactors, Oracle HCM, SAP's infotypes, Personio, BambooHR,
 * ADP, UKG, AFAS, Zoho and Paycom, in any order. Case, spaces, punctuation and accents do not count. Names of managers are in `headerMeaning`,
 * which puts them together.
 */
export const NAMES = {
  externalId: {
    1: 'worker id, employee id, external id, associate id, person id external, emp id, eeid, employee eeid, file number, mitarbeiter id, mitarbeiterid, id employe, id collaborateur, id empleado, id de empleado, medewerker id, medewerkernummer id, id colaborador, id funcionario, id dipendente, 社員id, 従業員id, 社員コード, 従業員コード, emplid, empl id, pernr, person key, employee key, employee uid, associate oid, aoid, ee id, eid, employee eid, anstallnings id, ansatt id, medarbejder id, tyontekija id, tyontekijan tunnus, id salarie, id trabajador, id del empleado, person id',
    0.95: 'employee number, employee no, personnel number, personnel no, emp no, emp number, staff number, staff id, payroll number, worker number, person number, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr, matricule, numero de matricule, numero employe, numero d employe, numero de empleado, numero empleado, legajo, personeelsnummer, medewerkernummer, numero de funcionario, matricula, numero de matricula, numero mecanografico, matricola, numero matricola, codice dipendente, 社員番号, 従業員番号, 職員番号, emplid, empl id, empl no, empl number, pernr, pers nr, persnr, person id, personid, personnel id, worker no, staff no, associate number, associate no, associate code, employee code, emp code, staff code, payroll id, payroll no, payroll code, ee number, ee no, ee code, employee identifier, worker identifier, person identifier, mitarbeiterkennung, mitarbeitercode, pers id, personal id nummer, stammnummer, personalstammnummer, code employe, code salarie, matricule salarie, numero salarie, matricule paie, num empleado, no empleado, codigo empleado, codigo de empleado, clave de empleado, numero de nomina, codigo de trabajador, medewerkercode, medewerker code, personeelscode, personeelsnr, medewerkernr, anstallningsnummer, anstallningsnr, anstnr, anst nr, ansattnummer, ansattnr, ansatt nr, ressursnr, medarbejdernummer, medarbejdernr, medarbejder nr, lonnummer, lonnr, henkilonumero, tyontekijanumero, codigo do funcionario, registro, chapa, codigo dipendente, codice matricola, nº empleado, n empleado, nro empleado, nº de empleado, n de empleado, nro de empleado, n matricule, nº matricula, n matricola, employee code number, ma nr, ma nummer, employee id number, employee number id, pers no, person no, personal no, personnel nr',
    0.85: 'id, hris id, person id, uid, uuid, guid, record id, internal id, zoho id, bamboo id, bamboohr id, employee sys id, employee, worker, mitarbeiter, medewerker, medarbejder, empleado',
    0.7: 'user id, position id, badge number, clock number, nr, no, number, nummer, numero, code',
  },
  employeeNumber: {
    1: 'employee number, employee no, personnel number, personnel no, emp no, emp number, staff number, payroll number, worker number, person number, personalnummer, personal nr, personalnr, mitarbeiternummer, mitarbeiter nr, matricule, numero de matricule, numero employe, numero d employe, numero de empleado, numero empleado, legajo, personeelsnummer, medewerkernummer, numero de funcionario, matricula, numero de matricula, numero mecanografico, matricola, numero matricola, codice dipendente, 社員番号, 従業員番号, 職員番号, emplid, empl id, empl no, empl number, pernr, pers nr, persnr, person id, personid, personnel id, worker no, staff no, associate number, associate no, associate code, employee code, emp code, staff code, payroll id, payroll no, payroll code, ee number, ee no, ee code, employee identifier, worker identifier, person identifier, mitarbeiterkennung, mitarbeitercode, pers id, personal id nummer, stammnummer, personalstammnummer, code employe, code salarie, matricule salarie, numero salarie, matricule paie, num empleado, no empleado, codigo empleado, codigo de empleado, clave de empleado, numero de nomina, codigo de trabajador, medewerkercode, medewerker code, personeelscode, personeelsnr, medewerkernr, anstallningsnummer, anstallningsnr, anstnr, anst nr, ansattnummer, ansattnr, ansatt nr, ressursnr, medarbejdernummer, medarbejdernr, medarbejder nr, lonnummer, lonnr, henkilonumero, tyontekijanumero, codigo do funcionario, registro, chapa, codigo dipendente, codice matricola, nº empleado, n empleado, nro empleado, nº de empleado, n de empleado, nro de empleado, n matricule, nº matricula, n matricola, employee code number, ma nr, ma nummer, employee id number, employee number id, pers no, person no, personal no, personnel nr',
    0.9: 'worker id, employee id, associate id, emp id, eeid, employee eeid, staff id, mitarbeiter id, id employe, id empleado, id de empleado, medewerker id, id colaborador, id dipendente, 社員コード, 従業員コード, eid, ee id, employee eid, anstallnings id, ansatt id, medarbejder id, tyontekija id, id salarie, id funcionario, id trabajador, id del empleado',
    0.85: 'employee, worker, mitarbeiter, medewerker, medarbejder, empleado',
  },
  userName: {
    1: 'user name, username, login, login name, logon, logon name, user principal name, upn, sam account name, network id, account name, benutzername, anmeldename, benutzerkennung, login name, identifiant, nom d utilisateur, nombre de usuario, usuario, gebruikersnaam, inlognaam, nome de usuario, nome de utilizador, utilizador, nome utente, utente, ユーザー名, ユーザ名, ログイン名, ログインid, アカウント名, sign in name, signin name, sign in, signin, ad account, ad user name, ad username, ad user, ad login, windows login, windows account, windows user, windows kennung, windows benutzer, network login, network user name, network username, logon id, login id, user logon name, user login, sso id, sso user name, sso username, work login, system user name, principal name, user principal, cuenta, cuenta de usuario, nombre usuario, login utilisateur, compte ad, compte utilisateur, identifiant ad, anvandarnamn, inloggningsnamn, brukernavn, brugernavn, kayttajatunnus, kayttajanimi, benutzerkonto, anmeldekennung, usrid',
    0.85: 'user id, user, userid, kennung, ユーザーid, ユーザid',
  },
  email: {
    1: 'email, e mail, email address, e mail address, mail, work email, business email, company email, primary work email, work e mail, email work, corporate email, office email, work contact work email, email adresse, e mail adresse, mailadresse, email dienstlich, e mail dienstlich, dienstliche e mail, geschaftliche e mail, e mail geschaftlich, adresse e mail, courriel, adresse mail, email professionnel, e mail professionnel, adresse email professionnelle, correo, correo electronico, correo electronico corporativo, correo corporativo, e mailadres, emailadres, zakelijk e mailadres, email zakelijk, werk e mail, e mail corporativo, endereco de email, correio eletronico, indirizzo email, posta elettronica, email aziendale, e mail aziendale, メール, メールアドレス, 電子メール, eメール, mail address, mail id, mailid, email id, emailid, e mail id, work mail, work email id, primary email, primary email address, primary e mail, work email address, work e mail address, business email address, business e mail, business e mail address, company mail, company e mail, organization email, organisation email, official email, official email id, official mail, office e mail, corporate mail, corporate e mail, employee email, worker email, work contact email, contact email address, e post, epost, epostadress, e postadress, epostadresse, e postadresse, e post arbete, epost arbete, epost jobb, e post jobb, jobb e post, arbetsmail, arbejdsmail, arbejds e mail, e mail arbejde, e mailadresse, sahkoposti, sahkopostiosoite, tyosahkoposti, arbeits e mail, firmen e mail, firmen email, firmenmail, firmen mail, dienst e mail, dienstmail, mail dienstlich, email geschaftlich, email arbeit, email firma, mail pro, email pro, e mail pro, mail professionnel, adresse email, adresse email pro, adresse mail professionnelle, email entreprise, correo empresa, correo de empresa, correo laboral, correo del trabajo, email corporativo, email laboral, email empresa, zakelijke e mail, zakelijke email, e mail zakelijk, e mail werk, email werk, mail werk, usrid long, smtp address, email profissional, email da empresa, e mail profissional, email ufficio, mail aziendale, posta aziendale',
  },
  displayName: {
    1: 'full name, display name, complete name, employee name, worker name, legal name, legal full name, worker, vollstandiger name, anzeigename, nom complet, nombre completo, nombre y apellidos, volledige naam, weergavenaam, nome completo, nominativo, nome e cognome, 氏名, 表示名, 従業員名, 社員名, associate name, person name, staff name, person full name, worker full name, employee full name, full legal name, legal name in general display format, name full, cname, ename, name formatted, reporting name, payroll name, namn, fullstandigt namn, hela namnet, navn, fulde navn, fuldt navn, fullt navn, nimi, koko nimi, vor und nachname, vorname und nachname, vor und zuname, name des mitarbeiters, nom et prenom, prenom et nom, nom du salarie, nom de l employe, apellidos y nombres, apellidos y nombre, nombre y apellido, nombre del trabajador, naam medewerker, medewerkernaam, cognome e nome, nome do funcionario, nome do colaborador, nome colaborador, last name first name, first name last name, last first, last first mi, last first middle, first last, name last first, name first last, name last first mi, surname first name, surname forename, surname given name, family name given name, nachname vorname, vorname nachname, name vorname, vorname name, familienname vorname, nom prenom, prenom nom, apellidos nombre, apellidos nombres, nombre apellidos, achternaam voornaam, voornaam achternaam, naam voornaam, cognome nome, nome cognome, sobrenome nome, efternamn fornamn, fornamn efternamn, etternavn fornavn, fornavn etternavn, efternavn fornavn, sukunimi etunimi, last suffix first mi, name last suffix first mi, last suffix first middle',
    0.85: 'name, preferred name, preferred full name, formal name, formatted name, employee, mitarbeiter, mitarbeitername, naam, nombre del empleado, nome, 名前, sname, worker display name, medewerker, nombre del colaborador',
  },
  givenName: {
    1: 'first name, given name, forename, fname, firstname, legal first name, vorname, vornamen, rufname, prenom, prenoms, primer nombre, nombre de pila, voornaam, roepnaam, primeiro nome, nome proprio, nome de batismo, nome di battesimo, 名, 名前名, vorna, firstname1, f name, vname, name first, first given name, given names, forenames, legal given name, legal firstname, christian name, fornamn, tilltalsnamn, fornavn, etunimi, etunimet, kutsumanimi, prenom usuel, prenom salarie, primer nombre legal, imie, jmeno, keresztnev',
    0.85: 'nombre, nombres, nome, preferred first name, preferred given name, voornamen, first, given, preferred name first, preferred firstname, name preferred first',
  },
  familyName: {
    1: 'last name, family name, surname, lname, lastname, legal last name, nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, achternaam, familienaam, sobrenome, apelido, ultimo nome, cognome, 姓, 苗字, 名字, nachn, l name, nname, name last, legal surname, legal family name, legal lastname, efternamn, etternavn, efternavn, sukunimi, nazwisko, prijmeni, vezeteknev, nom salarie, apellido s, last name surname, surname last name, family name surname',
    0.9: 'nom, nom usuel, nom d usage, apellido paterno, last, nombre de familia',
    0.85: 'preferred last name, preferred lastname, preferred surname, preferred family name',
    0.55: 'name, naam',
  },
  familyPrefix: {
    1: 'tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, voorvoegsel achternaam, tussenvoegsel achternaam, prefix achternaam, last name prefix, family name prefix, surname prefix, vorsatzwort, namensvorsatz',
  },
  middleName: {
    1: 'middle name, second name, middle initial, legal middle name, zweiter vorname, deuxieme prenom, segundo nombre, tweede voornaam, nome do meio, secondo nome, middle, mi, midnm, mellannamn, mellomnavn, mellemnavn, legal middle initial',
  },
  nickName: {
    1: 'nick name, nickname, spitzname, surnom, apodo, bijnaam, soprannome, ニックネーム, rufnm, goes by',
    0.7: 'known as, preferred name',
  },
  honorificPrefix: {
    1: 'honorific prefix, name prefix, academic title, akademischer titel, titre academique, titulo academico, titel1, namenstitel',
    0.8: 'titel, prefix, salutation, anrede, civilite, titre, aanhef, tratamiento, 敬称, anred, anrede kurz, name title, title of courtesy, titulatuur',
  },
  title: {
    1: 'job title, business title, position title, job title description, jobtitle, stellenbezeichnung, positionsbezeichnung, berufsbezeichnung, jobtitel, intitule du poste, intitule de poste, titre du poste, poste, puesto, puesto de trabajo, cargo, titulo del puesto, functie, functietitel, functienaam, functieomschrijving, titulo do cargo, funcao, qualifica, mansione, posizione, titolo professionale, 役職, 役職名, 職名, 職位, 肩書き, job name, job title name, position description, job description, job role, job role name, role name, role title, job position, designation, occupation, working title, business job title, posting title, befattning, yrkestitel, stilling, stillingstittel, stillingsbetegnelse, stillingsbetegnelse navn, tittel, tehtavanimike, nimike, ammattinimike, stltx, stellenname, stellentitel, stellenbezeichnung lang, funktionsbezeichnung, tatigkeit, tatigkeitsbezeichnung, planstellenbezeichnung, positionstitel, positionsname, intitule poste, intitule emploi, intitule de l emploi, libelle emploi, libelle poste, libelle du poste, nom du poste, denominacion del puesto, denominacion puesto, nombre del puesto, nombre puesto, nombre del cargo, descripcion del puesto, functie naam, functie omschrijving, omschrijving functie, nome do cargo, cargo nome, descricao do cargo, titolo, posizione lavorativa, stellenbez, positionsbez, funktionsbez, stelle bezeichnung, position bezeichnung',
    0.95: 'position, title, job, role, stelle, funktion, fonction, funcion, rol, emploi, ruolo',
    0.7: 'job profile, job code, stellenprofil, stell, plans, position code, job id, position number',
    0.85: 'job profile name, planstelle, plstx, position name',
  },
  userType: {
    1: 'worker type, employee type, employment type, user type, employee class, worker category, worker category description, employment category, employment status type, mitarbeitertyp, mitarbeiterart, beschaftigungsart, anstellungsart, type d employe, type de collaborateur, type d emploi, tipo de empleado, tipo de empleo, type medewerker, soort medewerker, type dienstverband, dienstverband, tipo de colaborador, tipo de funcionario, tipo de emprego, tipo dipendente, tipo di dipendente, 雇用形態, 雇用区分, 社員区分, person type, user person type, employee group, employee group name, mitarbeitergruppe, mitarbeiterkreis, personengruppe, persg, pgtxt, employment form, anstallningsform, ansettelsesform, ansaettelsesform, tyosuhdetyyppi, assignment category, worker sub type, employee category, staff type, staff category, soort dienstverband, type contrat, soort arbeidsrelatie',
    0.8: 'contract type, vertragsart, type de contrat, tipo de contrato, tipo contratto, tipo di contratto, contracttype, soort contract, 契約区分',
  },
  active: {
    1: 'worker status, employee status, employment status, active, is active, status, active status, currently active, account enabled, enabled, position status, user status, aktiv, ist aktiv, mitarbeiterstatus, beschaftigungsstatus, anstellungsstatus, statut, statut de l employe, statut employe, statut du collaborateur, actif, est actif, estado, estado del empleado, estado empleado, activo, esta activo, status medewerker, medewerkerstatus, actief, is actief, situacao, estado do colaborador, status do funcionario, ativo, stato, stato dipendente, stato del dipendente, attivo, in servizio, in dienst, im dienst, 在籍状況, 在籍区分, 状態, ステータス, 在職状況, 有効, assignment status, assignment status type, hr status, hris status, emp status, empl status, current status, record status, account status, person status, personnel status, staff status, employee status description, status description, work status, stat2, beschaftigungszustand, status mitarbeiter, status des mitarbeiters, aktivstatus, anstallningsstatus, ansettelsesstatus, ansaettelsesstatus, tyosuhteen tila, tila, er aktiv, ar aktiv, aktiivinen, worker active, active worker, active employee, employee active, active indicator, active flag, is employed, employed, currently employed, is current, current employee, user active, is enabled, situacion, situacion laboral, estatus, estatus del empleado, estado laboral, estado del trabajador, situacao do colaborador, situacao funcional, statut salarie, situation, active yn, is active yn, aktiv jn, active y n, employee status code, worker status code, employment status code, employment status description, status code',
  },
  preferredLanguage: {
    1: 'preferred language, language, language code, default locale, locale, sprache, bevorzugte sprache, langue, langue preferee, idioma, idioma preferido, taal, voorkeurstaal, lingua, lingua preferita, 言語, 使用言語, sprsl, sprak, sprog, kieli, correspondence language, korrespondenzsprache, sprachschlussel, work language',
  },
  timezone: {
    1: 'time zone, timezone, zeitzone, fuseau horaire, zona horaria, tijdzone, fuso horario, fuso orario, タイムゾーン',
  },
  phone: {
    1: 'office phone, work phone, business phone, work phone number, business phone number, office telephone, work telephone, primary work phone, biz phone, work contact work phone, desk phone, telefon dienstlich, telefon geschaftlich, diensttelefon, buro telefon, telephone professionnel, telephone bureau, telefono del trabajo, telefono de oficina, telefono oficina, telefono trabajo, telefoon werk, zakelijk telefoonnummer, telefone comercial, telefone de trabalho, telefono ufficio, telefono aziendale, 会社電話番号, 勤務先電話番号, 内線, business telephone, business telephone number, work telephone number, office phone number, direct phone, direct line, direct dial, company phone, telefon arbeit, telefon firma, telefon arbete, arbetstelefon, arbeidstelefon, telefon jobb, arbejdstelefon, telefon arbejde, tyopuhelin, telephone pro, tel professionnel, tel pro, telefono laboral, telefoon zakelijk, zakelijke telefoon, tel geschaftlich, tel dienstlich, telefon gesch, tel gesch, telefon buro, tel buro, tel arbeit, festnetz dienstlich',
    0.9: 'phone, phone number, telephone, telephone number, tel, telefon, telefonnummer, telefonnr, numero de telephone, telefono, numero de telefono, telefoon, telefoonnummer, telefone, numero de telefone, numero di telefono, 電話番号, 電話, telnr, tlf, tlf nr, phone no, puhelin, puhelinnumero',
  },
  mobile: {
    1: 'mobile, mobile phone, cell, cell phone, mobile number, mobile phone number, cell number, handy, mobil, mobiltelefon, handynummer, mobilnummer, telephone portable, portable, telefono movil, movil, mobiele telefoon, mobiel, mobiel nummer, telemovel, celular, cellulare, telefono cellulare, 携帯電話, 携帯番号, 携帯電話番号, mobile no, mobile telephone, mobile telephone number, work mobile, work mobile phone, business mobile, business mobile phone, company mobile, mobil dienstlich, diensthandy, mobil nummer, mobilnr, mobiltelefonnummer, mobil arbete, mobil arbejde, matkapuhelin, gsm, gsm nummer, mobiel zakelijk, mobile pro, portable professionnel, cell phone number, movil corporativo',
  },
  street: {
    1: 'street address, street, address line 1, address 1, addr 1, address, work address, work address line 1, office address, strasse, strasse und hausnummer, strasse hausnummer, anschrift, adresse, rue, adresse ligne 1, calle, direccion, domicilio laboral, straat, straat en huisnummer, adres, rua, morada, endereco, via, indirizzo, 番地, 住所, stras, street name, street and house number, work street, gata, gatuadress, gateadresse, gade, katuosoite, office street, work location address, work location street',
  },
  city: {
    1: 'city, town, locality, work city, work address city, ort, stadt, wohnort, ville, ciudad, poblacion, localidad, plaats, stad, woonplaats, cidade, localidade, citta, comune, 市区町村, 市, ort01, postort, poststed, kaupunki, postitoimipaikka, city name, town city, office city, work location city',
  },
  region: {
    1: 'state, region, province, state province, state or province, work address state, bundesland, kanton, departement region, provincia, comunidad autonoma, provincie, distrito, regione, 都道府県, work state, work state province, work location state, state name, province name, fylke, maakunta',
    0.6: 'estado uf',
  },
  postalCode: {
    1: 'zip code, zip, zipcode, postal code, postcode, post code, zip postal code, work address postal code, plz, postleitzahl, code postal, codigo postal, cp, cep, cap, codice postale, 郵便番号, pstlz, postnummer, postnr, postinumero, zip postal, work zip, work zip code, work postal code, work location postal code, office postal code, codigo postal trabajo',
  },
  country: {
    1: 'country, country code, country region, work country, work address country, two letter country code, iso country, land, landercode, landerkurzel, pays, code pays, pais, codigo de pais, codigo pais, landcode, codigo do pais, paese, nazione, codice paese, 国, 国名, 国コード, land1, country name, country iso code, iso country code, country iso, land iso, country region name, work country code, work location country, office country, maa, pais de trabajo, nom du pays',
  },
  department: {
    1: 'department, department name, dept, dept name, home department description, home department, org unit department, abteilung, abteilungsname, departement, departamento, afdeling, reparto, dipartimento, ufficio, 部署, 部署名, 部門, 部, 所属, 所属部署, department description, dept description, dept desc, home department name, org unit name, org unit text, orgtx, org einheit, orgeinheit, orgeinheit text, organizational unit, organisational unit, organization unit, organizational unit name, organization unit name, avdeling, avdelning, afdeling naam, afdelingsnavn, osasto, yksikko, nom du service, nombre del departamento, nombre departamento, nome do departamento, setor, abt, abteilungsbezeichnung, abteilung bezeichnung',
    0.75: 'service, supervisory organization, org unit, organisationseinheit, team, department code, home department code, area, orgeh, department id, department number, abteilungsnummer, supervisory org, dept code, abteilungskurzel',
  },
  division: {
    1: 'division, division name, bereich, geschaftsbereich, unternehmensbereich, direction, divisie, divisione, divisao, 事業部, 本部, division description, geschaftsfeld, divisjon, liiketoiminta',
    0.85: 'business unit, sparte, business unit name, unidad de negocio, unidade de negocio',
  },
  costCenter: {
    1: 'cost center, cost centre, cost center code, cost center id, cost center number, home cost number code, home cost number, kostenstelle, kostenstellennummer, centre de cout, centre de couts, centro de costo, centro de costos, centro de coste, centro de costes, centro de custo, centro de custos, kostenplaats, centro di costo, 原価センタ, 原価センター, コストセンター, kostl, kst, cost centre code, cost centre id, cost centre number, cost center no, costcentre, kostnadsstalle, kostsenter, kostnadssted, omkostningssted, kustannuspaikka, kostenplaatscode, code centre de cout, codigo centro de coste, labor cost center, kostenst, kst nr, kostenstelle nr, kostenstellennr',
    0.8: 'cost center name, cost center description, kostenstellenbezeichnung, cost centre name, cost centre description, kostenplaats naam, kostenplaatsnaam, kostenplaats omschrijving, ktext, kostenstellentext, kostenstellenname, nombre centro de coste, libelle centre de cout, nombre del centro de costo, kostenstelle bezeichnung, kostenstelle name',
  },
  organization: {
    1: 'company, company name, organization, organisation, legal entity, employer, legal employer, company code description, gesellschaft, firma, unternehmen, arbeitgeber, societe, entreprise, entite legale, empresa, compania, sociedad, bedrijf, bedrijfsnaam, organisatie, werkgever, entidade legal, azienda, societa, ragione sociale, 会社, 会社名, 法人, legal entity name, company description, company legal name, business entity, business entity name, butxt, legal employer name, bolag, foretag, selskap, virksomhed, yritys, werkmaatschappij, razon social, raison sociale',
    0.85: 'subsidiary, tochtergesellschaft, org, entity, filiale, subsidiaria, company code, buchungskreis, bukrs, company id, legal entity code',
  },
  manager: {
    1: 'manager id, manager employee id, manager worker id, manager employee number, manager user id, managers employee id, supervisor id, supervisor eeid, supervisor employee id, supervisor employee number, supervisor number, reports to id, reports to associate id, line manager id, manager eeid, manager number, manager no, vorgesetzten id, vorgesetzter id, vorgesetztennummer, personalnummer vorgesetzter, personalnummer des vorgesetzten, fuhrungskraft id, id manager, id du manager, matricule manager, matricule du manager, matricule responsable, id responsable, id del responsable, id del jefe, numero de empleado del jefe, id leidinggevende, personeelsnummer leidinggevende, personeelsnummer manager, id do gestor, matricula do gestor, id gestor, id responsabile, matricola responsabile, 上司id, 上司社員番号, 上長社員番号, 上司コード, manager user sys id, manager sys id',
    0.9: 'manager, supervisor, reports to, line manager, worker s manager, direct manager, vorgesetzter, vorgesetzte, fuhrungskraft, responsable, superieur, superieur hierarchique, jefe, jefe directo, supervisor directo, leidinggevende, gestor, chefe, superior, responsabile, capo, 上司, 上長',
  },
  hireDate: {
    1: 'hire date, start date, original hire date, date of hire, entry date, joining date, employment start date, last hire date, recent hire date, einstellungsdatum, eintrittsdatum, eintritt, datum d entree, date d embauche, date d entree, date debut, fecha de contratacion, fecha de alta, fecha de ingreso, fecha de inicio, datum in dienst, indiensttreding, startdatum, data de admissao, data de contratacao, data di assunzione, 入社日, 雇用開始日, 採用日, date hired, hired on, hired, hire dt, date joined, joined on, joining, date of joining, doj, company start date, start of employment, continuous service date, employment date, current hire date, most recent hire date, company hire date, anstallningsdatum, startdato, ansattelsesdato, ansettelsesdato, ansat dato, tyosuhteen alku, tyosuhteen alkupaiva, aloituspaiva, eintritt datum, eintritt am, beschaftigt seit, beginn beschaftigung, fecha ingreso, fecha alta, fecha de antiguedad, fecha antiguedad, datum indiensttreding, in dienst datum, indiensttredingsdatum, begindatum dienstverband, date entree, date embauche, date d arrivee, ansaettelsesdato',
    0.8: 'begda, begindatum, valid from',
  },
  leaveDate: {
    1: 'termination date, end date, leave date, leaving date, last day of work, last working day, employment end date, contract end date, exit date, kundigungsdatum, austrittsdatum, austritt, letzter arbeitstag, date de sortie, date de depart, date de fin, fecha de baja, fecha de salida, fecha de fin, datum uit dienst, uitdiensttreding, einddatum, data de demissao, data de saida, data di cessazione, data fine rapporto, 退職日, 雇用終了日, terminated on, term date, term dt, date left, left on, date terminated, last working date, separation date, end of employment, date of leaving, leaving on, contract end, slutdatum, sluttdato, fratradelsesdato, anstallning slut, tyosuhteen loppu, tyosuhteen paattymispaiva, austritt datum, austritt am, ausgeschieden am, ausscheidedatum, enddatum, vertragsende, vertragsende datum, fecha baja, fecha cese, fecha de cese, uit dienst datum, uitdienstdatum, einddatum dienstverband, date sortie, date depart, data desligamento, data de desligamento, fratraedelsesdato, last day worked, last day employed, last worked day',
    0.8: 'endda, valid to',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;
