/** An extract as an HR system exports it, with invented people, and what a careful person would map. */
export interface Fixture {
  readonly name: string;
  /** Lines with `|` between cells; blanks around a cell do not count. */
  readonly table: string;
  /** Every rule that is written, and no other: path and expression. */
  readonly written: Readonly<Record<string, string>>;
  /** Every rule that is proposed in a comment, and a piece of its reason. */
  readonly proposed: Readonly<Record<string, string>>;
}

const work = (list: string, sub: string) => `${list}[type eq "work"].${sub}`;
const enterprise = (name: string) => `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:${name}`;
const custom = (name: string) => `urn:ietf:params:scim:schemas:extension:contoso:1.0:User:${name}`;

export const FIXTURES: readonly Fixture[] = [
  {
    name: 'Workday report',
    table: `
Employee_ID | Worker            | Legal_First_Name | Legal_Last_Name | Preferred_First_Name | Worker_Status | Worker_Type         | Business_Title    | Supervisory_Organization  | Cost_Center          | Company     | Location | Manager_Employee_ID | Primary_Work_Email          | Hire_Date  | Termination_Date
E10021      | Ines Okafor       | Ines             | Okafor          | Ines                 | Active        | Employee            | Controller        | Finance (Ines Okafor)     | CC310 Finance        | Northwind   | Leeds    | E10044              | ines.okafor@northwind.com   | 2019-04-15 |
E10044      | Arjun Petrov      | Arjun            | Petrov          | A.J.                 | Active        | Employee            | CFO               | Executive (Arjun Petrov)  | CC100 Executive      | Northwind   | Leeds    |                     | arjun.petrov@northwind.com  | 2012-11-26 |
E10059      | Leona Achterberg  | Leona            | Achterberg      | Leona                | Terminated    | Contingent Worker   | Buyer             | Purchasing (Arjun Petrov) | CC420 Purchasing     | Northwind   | York     | E10044              | leona.achterberg@northwind.com | 2021-01-04 | 2024-08-31
E10063      | Tomas Silveira    | Tomas            | Silveira        | Tom                  | Active        | Employee            | Buyer             | Purchasing (Arjun Petrov) | CC420 Purchasing     | Northwind   | York     | E10059              | tomas.silveira@northwind.com | 2022-07-18 |
E10070      | Hana Wexler       | Hana             | Wexler          | Hana                 | Active        | Employee            | Analyst           | Finance (Ines Okafor)     | CC310 Finance        | Northwind   | Leeds    | E10021              | hana.wexler@northwind.com   | 2023-02-20 |`,
    written: {
      externalId: '[Employee_ID]',
      userName: '[Primary_Work_Email]',
      displayName: '[Worker]',
      active: 'Switch([Worker_Status], , "Active", "True", "Terminated", "False")',
      title: '[Business_Title]',
      userType: '[Worker_Type]',
      'name.givenName': '[Legal_First_Name]',
      'name.familyName': '[Legal_Last_Name]',
      [work('emails', 'value')]: '[Primary_Work_Email]',
      [enterprise('employeeNumber')]: '[Employee_ID]',
      [enterprise('costCenter')]: '[Cost_Center]',
      [enterprise('organization')]: '[Company]',
      [enterprise('manager.value')]: '[Manager_Employee_ID]',
    },
    proposed: {
      [enterprise('department')]: '[Supervisory_Organization]?',
      [custom('HireDate')]: 'employeeHireDate',
      [custom('TerminationDate')]: 'employeeLeaveDateTime',
    },
  },
  {
    name: 'SuccessFactors user export',
    table: `
STATUS   | USERID | USERNAME  | FIRSTNAME | LASTNAME  | MI | EMAIL                     | MANAGER | HR     | DEPARTMENT | DIVISION | JOBCODE | TITLE         | LOCATION | TIMEZONE      | HIREDATE   | EMPID  | BIZ_PHONE        | DEFAULT_LOCALE | CITY
active   | 100301 | kvasquez  | Karim     | Vasquez   | J  | kvasquez@fabrikam.com     | 100317  | 100399 | Logistics  | Europe   | J-100   | Team Lead     | Ghent    | Europe/Brussels | 03/17/2015 | 100301 | +32 9 000 11 01  | nl_NL          | Gent
active   | 100317 | bmoreau   | Beatrix   | Moreau    |    | bmoreau@fabrikam.com      |         | 100399 | Logistics  | Europe   | J-010   | Director      | Ghent    | Europe/Brussels | 11/02/2009 | 100317 | +32 9 000 11 02  | fr_FR          | Gent
inactive | 100322 | jlindqvist | Jon      | Lindqvist |    | jlindqvist@fabrikam.com   | 100301  | 100399 | Logistics  | Europe   | J-120   | Dispatcher    | Ghent    | Europe/Brussels | 01/09/2018 | 100322 | +32 9 000 11 03  | en_US          | Gent
active   | 100399 | sbaptiste | Solange   | Baptiste  | M  | sbaptiste@fabrikam.com    | 100317  | 100399 | People     | Europe   | J-200   | HR Partner    | Ghent    | Europe/Brussels | 06/01/2016 | 100399 | +32 9 000 11 04  | fr_FR          | Gent
active   | 100402 | wdacosta  | Wim       | Da Costa  |    | wdacosta@fabrikam.com     | 100301  | 100399 | Logistics  | Europe   | J-120   | Dispatcher    | Ghent    | Europe/Brussels | 09/12/2022 | 100402 | +32 9 000 11 05  | nl_NL          | Gent`,
    written: {
      userName: '[EMAIL]',
      displayName: 'Join(" ", [FIRSTNAME], [LASTNAME])',
      active: 'Switch([STATUS], , "active", "True", "inactive", "False")',
      title: '[TITLE]',
      'name.givenName': '[FIRSTNAME]',
      'name.familyName': '[LASTNAME]',
      'name.middleName': '[MI]',
      timezone: '[TIMEZONE]',
      preferredLanguage: '[DEFAULT_LOCALE]',
      [work('emails', 'value')]: '[EMAIL]',
      [work('phoneNumbers', 'value')]: '[BIZ_PHONE]',
      [work('addresses', 'locality')]: '[CITY]',
      [enterprise('employeeNumber')]: '[EMPID]',
      [enterprise('division')]: '[DIVISION]',
      [enterprise('department')]: '[DEPARTMENT]',
      externalId: '[EMPID]',
      [enterprise('manager.value')]: '[MANAGER]',
    },
    proposed: { [custom('HireDate')]: 'employeeHireDate' },
  },
  {
    name: 'Personio, German',
    table: `
ID    | Vorname  | Nachname   | E-Mail                        | Status      | Position            | Abteilung   | Team      | Standort | Vorgesetzter      | Beschäftigungsart | Einstellungsdatum | Kostenstelle | Tochtergesellschaft
70411 | Björn    | Oelschläger | bjoern.oelschlaeger@proseware.de | Aktiv    | Vertriebsleiter     | Vertrieb    | DACH      | Hamburg  | Renate Krüßmann   | Intern            | 01.03.2014        | 4100         | Proseware GmbH
70415 | Renate   | Krüßmann   | renate.kruessmann@proseware.de | Aktiv      | Geschäftsführerin   | Leitung     | Leitung   | Hamburg  |                   | Intern            | 15.09.2008        | 1000         | Proseware GmbH
70423 | Cem      | Yıldırım   | cem.yildirim@proseware.de     | Aktiv       | Entwickler          | Technik     | Plattform | Kiel     | Renate Krüßmann   | Extern            | 28.11.2020        | 5200         | Proseware GmbH
70431 | Annegret | Voß        | annegret.voss@proseware.de    | Inaktiv     | Buchhalterin        | Finanzen    | Finanzen  | Hamburg  | Renate Krüßmann   | Intern            | 01.01.2011        | 2100         | Proseware GmbH
70440 | Milan    | Hruška     | milan.hruska@proseware.de     | Aktiv       | Entwickler          | Technik     | Plattform | Kiel     | Cem Yıldırım      | Intern            | 02.05.2022        | 5200         | Proseware GmbH`,
    written: {
      externalId: '[ID]',
      userName: '[E-Mail]',
      displayName: 'Join(" ", [Vorname], [Nachname])',
      active: 'Switch([Status], , "Aktiv", "True", "Inaktiv", "False")',
      title: '[Position]',
      userType: '[Beschäftigungsart]',
      'name.givenName': '[Vorname]',
      'name.familyName': '[Nachname]',
      [work('emails', 'value')]: '[E-Mail]',
      [enterprise('department')]: '[Abteilung]',
      [enterprise('costCenter')]: '[Kostenstelle]',
      [enterprise('organization')]: '[Tochtergesellschaft]',
    },
    proposed: {
      [enterprise('manager.value')]: 'seems to hold names',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'BambooHR',
    table: `
Employee # | First Name | Last Name | Status   | Hire Date  | Job Title          | Department | Division | Location | Supervisor EEID | Work Email                 | Work Phone     | Mobile Phone   | Home Email              | Address Line 1    | City     | State | ZIP Code | Country       | Employment Status
301        | Delroy     | Hartigan  | Active   | 05/13/2017 | Support Engineer   | Support    | Americas | Denver   | 305             | dhartigan@adatum.com       | 303-555-0101   | 303-555-0191   | delroy.h@gmail.com      | 12 Larch Way      | Denver   | CO    | 80014    | United States | Full-Time
305        | Yolanda    | Brisk     | Active   | 02/28/2013 | Support Manager    | Support    | Americas | Denver   |                 | ybrisk@adatum.com          | 303-555-0102   | 303-555-0192   | yoyo.brisk@gmail.com    | 8 Quarry Street   | Aurora   | CO    | 80010    | United States | Full-Time
309        | Piotr      | Fennimore | Active   | 10/30/2019 | Support Engineer   | Support    | Americas | Denver   | 305             | pfennimore@adatum.com      | 303-555-0103   | 303-555-0193   | fennimore@yahoo.com     | 77 Alder Court    | Denver   | CO    | 80019    | United States | Part-Time
311        | Saoirse    | Quist     | Inactive | 12/01/2014 | Account Executive  | Sales      | Americas | Boulder  | 305             | squist@adatum.com          | 303-555-0104   | 303-555-0194   | squist@hotmail.com      | 4 Basin Road      | Boulder  | CO    | 80301    | United States | Terminated
318        | Emeka      | Thorne    | Active   | 03/21/2022 | Account Executive  | Sales      | Americas | Boulder  | 309             | ethorne@adatum.com         | 303-555-0105   | 303-555-0195   | ethorne@outlook.com     | 19 Meadow Lane    | Boulder  | CO    | 80302    | United States | Full-Time`,
    written: {
      externalId: '[Employee #]',
      userName: '[Work Email]',
      displayName: 'Join(" ", [First Name], [Last Name])',
      active: 'Switch([Status], , "Active", "True", "Inactive", "False")',
      title: '[Job Title]',
      'name.givenName': '[First Name]',
      'name.familyName': '[Last Name]',
      [work('emails', 'value')]: '[Work Email]',
      [work('phoneNumbers', 'value')]: '[Work Phone]',
      [enterprise('employeeNumber')]: '[Employee #]',
      [enterprise('department')]: '[Department]',
      [enterprise('division')]: '[Division]',
      [enterprise('manager.value')]: '[Supervisor EEID]',
    },
    proposed: {
      'phoneNumbers[type eq "mobile"].value': 'type "work"',
      [work('addresses', 'streetAddress')]: 'lives',
      [work('addresses', 'locality')]: 'lives',
      [work('addresses', 'region')]: 'lives',
      [work('addresses', 'postalCode')]: 'lives',
      [work('addresses', 'country')]: 'lives',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'ADP Workforce Now',
    table: `
Associate ID | Legal First Name | Legal Last Name | Position Status | Job Title Description | Home Department Description | Home Department Code | Home Cost Number Code | Reports To Associate ID | Work Contact: Work Email  | Work Contact: Work Phone | Worker Category Description | Hire Date  | Company Code
ABC000017    | Gideon           | Marsh           | Active          | Warehouse Lead        | Warehouse                   | 200                  | 2001                  | ABC000022               | gmarsh@woodgrove.com      | (614) 555-0117           | Full Time                   | 07/06/2015 | WGB
ABC000022    | Priscilla        | Ndiaye          | Active          | Plant Manager         | Management                  | 100                  | 1001                  |                         | pndiaye@woodgrove.com     | (614) 555-0122           | Full Time                   | 12/19/2010 | WGB
ABC000029    | Ruben            | Castellano      | Leave           | Forklift Operator     | Warehouse                   | 200                  | 2001                  | ABC000017               | rcastellano@woodgrove.com | (614) 555-0129           | Part Time                   | 05/05/2020 | WGB
ABC000031    | Odette           | Zimmer          | Terminated      | Forklift Operator     | Warehouse                   | 200                  | 2001                  | ABC000017               | ozimmer@woodgrove.com     | (614) 555-0131           | Part Time                   | 09/23/2019 | WGB
ABC000036    | Lamar            | Whitlock        | Active          | Planner               | Planning                    | 300                  | 3001                  | ABC000022               | lwhitlock@woodgrove.com   | (614) 555-0136           | Full Time                   | 08/30/2021 | WGB`,
    written: {
      externalId: '[Associate ID]',
      userName: '[Work Contact: Work Email]',
      displayName: 'Join(" ", [Legal First Name], [Legal Last Name])',
      title: '[Job Title Description]',
      userType: '[Worker Category Description]',
      'name.givenName': '[Legal First Name]',
      'name.familyName': '[Legal Last Name]',
      [work('emails', 'value')]: '[Work Contact: Work Email]',
      [work('phoneNumbers', 'value')]: '[Work Contact: Work Phone]',
      [enterprise('employeeNumber')]: '[Associate ID]',
      [enterprise('department')]: '[Home Department Description]',
      [enterprise('costCenter')]: '[Home Cost Number Code]',
      [enterprise('organization')]: '[Company Code]',
      [enterprise('manager.value')]: '[Reports To Associate ID]',
    },
    proposed: { active: '"Leave" (1)', [custom('HireDate')]: 'employeeHireDate' },
  },
  {
    name: 'UKG Pro',
    table: `
Employee Number | First Name | Last Name | Employment Status | Job     | Job Title         | Supervisor Employee Number | Email Address             | Cost Center | Company Name  | Last Hire Date | Employee Type | Language Code
000412          | Corinne    | Abara     | A                 | 4410    | Nurse             | 000420                     | corinne.abara@lamna.org   | 410         | Lamna Health  | 4/7/2016       | REG           | en
000420          | Stellan    | Mbeki     | A                 | 4400    | Head Nurse        |                            | stellan.mbeki@lamna.org   | 410         | Lamna Health  | 12/13/2011     | REG           | en
000427          | Farrah     | Lindholm  | L                 | 4410    | Nurse             | 000420                     | farrah.lindholm@lamna.org | 410         | Lamna Health  | 9/25/2018      | REG           | en
000433          | Osman      | Trujillo  | T                 | 5120    | Pharmacist        | 000420                     | osman.trujillo@lamna.org  | 520         | Lamna Health  | 1/19/2015      | TMP           | es
000438          | Wilma      | Gagnon    | A                 | 5120    | Pharmacist        | 000412                     | wilma.gagnon@lamna.org    | 520         | Lamna Health  | 6/30/2023      | REG           | fr`,
    written: {
      externalId: '[Employee Number]',
      userName: '[Email Address]',
      displayName: 'Join(" ", [First Name], [Last Name])',
      title: '[Job Title]',
      userType: '[Employee Type]',
      preferredLanguage: '[Language Code]',
      'name.givenName': '[First Name]',
      'name.familyName': '[Last Name]',
      [work('emails', 'value')]: '[Email Address]',
      [enterprise('employeeNumber')]: '[Employee Number]',
      [enterprise('costCenter')]: '[Cost Center]',
      [enterprise('organization')]: '[Company Name]',
      [enterprise('manager.value')]: '[Supervisor Employee Number]',
    },
    proposed: { active: '"A" (3), "L" (1), "T" (1)', [custom('HireDate')]: 'employeeHireDate' },
  },
  {
    name: 'French export',
    table: `
Matricule | Civilité | Nom        | Prénom    | Adresse e-mail professionnelle  | Statut   | Intitulé du poste | Service       | Direction   | Centre de coûts | Société        | Matricule du responsable | Date d'embauche | Téléphone      | Pays
F0101     | Mme      | Delacourt  | Élodie    | elodie.delacourt@tailspin.fr    | Actif    | Comptable         | Comptabilité  | Finances    | CF21            | Tailspin SA    | F0107                    | 03/02/2014      | 01 99 00 21 01 | France
F0107     | M.       | Besançon   | Thibault  | thibault.besancon@tailspin.fr   | Actif    | Directeur         | Direction     | Finances    | CF01            | Tailspin SA    |                          | 11/06/2008      | 01 99 00 21 02 | France
F0113     | Mme      | Nkomo      | Aïssatou  | aissatou.nkomo@tailspin.fr      | Inactif  | Acheteuse         | Achats        | Opérations  | CF35            | Tailspin SA    | F0107                    | 07/09/2019      | 01 99 00 21 03 | Belgique
F0120     | M.       | Lefort     | Gaël      | gael.lefort@tailspin.fr         | Actif    | Acheteur          | Achats        | Opérations  | CF35            | Tailspin SA    | F0113                    | 01/12/2021      | 01 99 00 21 04 | Belgique
F0122     | Mme      | Quemener   | Maïwenn   | maiwenn.quemener@tailspin.fr    | Actif    | Analyste          | Comptabilité  | Finances    | CF21            | Tailspin SA    | F0101                    | 05/05/2022      | 01 99 00 21 05 | France`,
    written: {
      externalId: '[Matricule]',
      userName: '[Adresse e-mail professionnelle]',
      displayName: 'Join(" ", [Prénom], [Nom])',
      active: 'Switch([Statut], , "Actif", "True", "Inactif", "False")',
      title: '[Intitulé du poste]',
      'name.givenName': '[Prénom]',
      'name.familyName': '[Nom]',
      'name.honorificPrefix': '[Civilité]',
      [work('emails', 'value')]: '[Adresse e-mail professionnelle]',
      [work('phoneNumbers', 'value')]: '[Téléphone]',
      [work('addresses', 'country')]: 'Switch([Pays], [Pays], "France", "FR", "Belgique", "BE")',
      [enterprise('employeeNumber')]: '[Matricule]',
      [enterprise('costCenter')]: '[Centre de coûts]',
      [enterprise('organization')]: '[Société]',
      [enterprise('division')]: '[Direction]',
      [enterprise('manager.value')]: '[Matricule du responsable]',
    },
    proposed: {
      [enterprise('department')]: '[Service]?',
      [custom('HireDate')]: '"dd/MM/yyyy" or "MM/dd/yyyy"',
    },
  },
  {
    name: 'Spanish export',
    table: `
Número de empleado | Nombre   | Apellidos         | Correo electrónico           | Estado   | Puesto       | Departamento | Centro de costes | Empresa     | ID del responsable | Fecha de alta | Teléfono de oficina | Ciudad   | Código postal | Tipo de contrato
2201               | Macarena | Ortuño Vidal      | macarena.ortuno@litware.es   | Activo   | Técnica      | Sistemas     | S-10             | Litware SL  | 2207               | 2016-02-29    | +34 910 000 101     | Madrid   | 28001         | Indefinido
2207               | Iñaki    | Goikoetxea Sáenz  | inaki.goikoetxea@litware.es  | Activo   | Jefe de TI   | Sistemas     | S-01             | Litware SL  |                    | 2010-10-18    | +34 910 000 102     | Madrid   | 28001         | Indefinido
2210               | Lucía    | Peñalver Roca     | lucia.penalver@litware.es    | Inactivo | Comercial    | Ventas       | V-20             | Litware SL  | 2207               | 2018-06-11    | +34 910 000 103     | Sevilla  | 41001         | Temporal
2214               | Álvaro   | Quiroga Mena      | alvaro.quiroga@litware.es    | Activo   | Comercial    | Ventas       | V-20             | Litware SL  | 2210               | 2021-09-01    | +34 910 000 104     | Sevilla  | 41002         | Temporal
2219               | Nuria    | Estévez Pons      | nuria.estevez@litware.es     | Activo   | Técnica      | Sistemas     | S-10             | Litware SL  | 2201               | 2023-03-15    | +34 910 000 105     | Madrid   | 28003         | Indefinido`,
    written: {
      externalId: '[Número de empleado]',
      userName: '[Correo electrónico]',
      displayName: 'Join(" ", [Nombre], [Apellidos])',
      active: 'Switch([Estado], , "Activo", "True", "Inactivo", "False")',
      title: '[Puesto]',
      userType: '[Tipo de contrato]',
      'name.givenName': '[Nombre]',
      'name.familyName': '[Apellidos]',
      [work('emails', 'value')]: '[Correo electrónico]',
      [work('phoneNumbers', 'value')]: '[Teléfono de oficina]',
      [work('addresses', 'locality')]: '[Ciudad]',
      [work('addresses', 'postalCode')]: '[Código postal]',
      [enterprise('employeeNumber')]: '[Número de empleado]',
      [enterprise('costCenter')]: '[Centro de costes]',
      [enterprise('organization')]: '[Empresa]',
      [enterprise('department')]: '[Departamento]',
      [enterprise('manager.value')]: '[ID del responsable]',
    },
    proposed: { [custom('HireDate')]: 'employeeHireDate' },
  },
  {
    name: 'Dutch export',
    table: `
Personeelsnummer | Voornaam | Achternaam    | Zakelijk e-mailadres         | In dienst | Functie         | Afdeling  | Kostenplaats | Leidinggevende | Datum in dienst | Privé e-mail          | Woonplaats
8801             | Sanne    | van Dalfsen   | s.vandalfsen@vanarsdel.nl    | Ja        | Planner         | Planning  | 61           | 8805           | 14-04-2013      | sanne.d@gmail.com     | Zwolle
8805             | Joost    | Hoekema       | j.hoekema@vanarsdel.nl       | Ja        | Hoofd planning  | Planning  | 60           |                | 30-11-2007      | joosthoek@hotmail.com | Zwolle
8812             | Femke    | Ypma          | f.ypma@vanarsdel.nl          | Nee       | Inkoper         | Inkoop    | 70           | 8805           | 27-08-2017      | femke.y@gmail.com     | Meppel
8816             | Rachid   | el Idrissi    | r.elidrissi@vanarsdel.nl     | Ja        | Inkoper         | Inkoop    | 70           | 8812           | 19-01-2020      | rachid@gmail.com      | Kampen
8820             | Thijs    | Bruinsma      | t.bruinsma@vanarsdel.nl      | Ja        | Planner         | Planning  | 61           | 8801           | 05-10-2022      | thijsb@gmail.com      | Zwolle`,
    written: {
      externalId: '[Personeelsnummer]',
      userName: '[Zakelijk e-mailadres]',
      displayName: 'Join(" ", [Voornaam], [Achternaam])',
      active: 'Switch([In dienst], , "Ja", "True", "Nee", "False")',
      title: '[Functie]',
      'name.givenName': '[Voornaam]',
      'name.familyName': '[Achternaam]',
      [work('emails', 'value')]: '[Zakelijk e-mailadres]',
      [enterprise('employeeNumber')]: '[Personeelsnummer]',
      [enterprise('costCenter')]: '[Kostenplaats]',
      [enterprise('department')]: '[Afdeling]',
      [enterprise('manager.value')]: '[Leidinggevende]',
    },
    proposed: {
      [work('addresses', 'locality')]: 'lives',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'Portuguese export with a login name',
    table: `
Matrícula | Nome completo           | Usuário    | E-mail                   | Ativo | Cargo        | Departamento | Centro de custo | Empresa       | Matrícula do gestor | Data de admissão | Celular
5101      | Joana Figueiredo Prado  | jprado     | jprado@trey.com.br       | Sim   | Analista     | Dados        | D-11            | Trey Ltda     | 5104                | 10/03/2017       | (11) 90000-0101
5104      | Caetano Brandão         | cbrandao   | cbrandao@trey.com.br     | Sim   | Gerente      | Dados        | D-01            | Trey Ltda     |                     | 22/08/2011       | (11) 90000-0102
5109      | Tainá Vasconcelos       | tvascon    | tvascon@trey.com.br      | Não   | Vendedora    | Vendas       | V-20            | Trey Ltda     | 5104                | 15/01/2019       | (11) 90000-0103
5112      | Ubirajara Leite         | uleite     | uleite@trey.com.br       | Sim   | Vendedor     | Vendas       | V-20            | Trey Ltda     | 5109                | 30/06/2020       | (11) 90000-0104
5118      | Graça Monteiro          | gmonteiro  | gmonteiro@trey.com.br    | Sim   | Analista     | Dados        | D-11            | Trey Ltda     | 5101                | 09/11/2022       | (11) 90000-0105`,
    written: {
      externalId: '[Matrícula]',
      userName: '[E-mail]',
      displayName: '[Nome completo]',
      active: 'Switch([Ativo], , "Sim", "True", "Não", "False")',
      title: '[Cargo]',
      [work('emails', 'value')]: '[E-mail]',
      [enterprise('employeeNumber')]: '[Matrícula]',
      [enterprise('costCenter')]: '[Centro de custo]',
      [enterprise('organization')]: '[Empresa]',
      [enterprise('department')]: '[Departamento]',
      [enterprise('manager.value')]: '[Matrícula do gestor]',
    },
    proposed: {
      'name.givenName': 'whole name only',
      'name.familyName': 'whole name only',
      'phoneNumbers[type eq "mobile"].value': 'type "work"',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'Italian export with ids of managers that are somebody else’s ids',
    table: `
Codice dipendente | Codice fiscale | Cognome     | Nome      | Email aziendale              | Stato     | Mansione     | Reparto       | Centro di costo | Azienda     | Responsabile | Data di assunzione | CAP   | Città
D-31              | X0001          | Bellandi    | Ornella   | o.bellandi@cohovino.it       | Attivo    | Enologa      | Cantina       | 31              | Coho Vino   | X0002        | 2015/03/02         | 50100 | Firenze
D-32              | X0002          | Travaglini  | Michele   | m.travaglini@cohovino.it     | Attivo    | Direttore    | Direzione     | 10              | Coho Vino   |              | 2009/09/14         | 50100 | Firenze
D-33              | X0003          | De Santis   | Fiamma    | f.desantis@cohovino.it       | Cessato   | Impiegata    | Vendite       | 22              | Coho Vino   | X0002        | 2018/11/05         | 53100 | Siena
D-34              | X0004          | Malatesta   | Duccio    | d.malatesta@cohovino.it      | Attivo    | Impiegato    | Vendite       | 22              | Coho Vino   | X0003        | 2020/02/24         | 53100 | Siena
D-35              | X0005          | Ferrante    | Nives     | n.ferrante@cohovino.it       | Attivo    | Enologa      | Cantina       | 31              | Coho Vino   | X0001        | 2022/05/30         | 50100 | Firenze`,
    written: {
      externalId: '[Codice dipendente]',
      userName: '[Email aziendale]',
      displayName: 'Join(" ", [Nome], [Cognome])',
      active: 'Switch([Stato], , "Attivo", "True", "Cessato", "False")',
      title: '[Mansione]',
      'name.givenName': '[Nome]',
      'name.familyName': '[Cognome]',
      [work('emails', 'value')]: '[Email aziendale]',
      [work('addresses', 'locality')]: '[Città]',
      [work('addresses', 'postalCode')]: '[CAP]',
      [enterprise('employeeNumber')]: '[Codice dipendente]',
      [enterprise('costCenter')]: '[Centro di costo]',
      [enterprise('organization')]: '[Azienda]',
      [enterprise('department')]: '[Reparto]',
    },
    proposed: {
      [enterprise('manager.value')]: 'holds values of [Codice fiscale]',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'Japanese export',
    table: `
社員番号 | 氏名     | 姓   | 名   | メールアドレス              | 在籍状況 | 役職   | 部署   | 会社名     | 雇用形態 | 入社日     | 上司社員番号 | 郵便番号 | 電話番号
100101   | 佐久間 翔 | 佐久間 | 翔  | sakuma.sho@relecloud.jp    | 在籍     | 主任   | 営業部 | リレクラウド | 正社員   | 2015/04/01 | 100105       | 100-0001 | 03-0000-0101
100105   | 水谷 楓   | 水谷 | 楓   | mizutani.kaede@relecloud.jp | 在籍     | 部長   | 営業部 | リレクラウド | 正社員   | 2008/04/01 |              | 100-0001 | 03-0000-0105
100109   | 芳賀 遥   | 芳賀 | 遥   | haga.haruka@relecloud.jp   | 退職     | 一般   | 総務部 | リレクラウド | 契約社員 | 2018/10/01 | 100105       | 100-0001 | 03-0000-0109
100112   | 仁科 蓮   | 仁科 | 蓮   | nishina.ren@relecloud.jp   | 在籍     | 一般   | 総務部 | リレクラウド | 正社員   | 2021/04/01 | 100105       | 530-0001 | 06-0000-0112
100116   | 相馬 凛   | 相馬 | 凛   | soma.rin@relecloud.jp      | 在籍     | 一般   | 営業部 | リレクラウド | 契約社員 | 2022/07/16 | 100101       | 530-0001 | 06-0000-0116`,
    written: {
      externalId: '[社員番号]',
      userName: '[メールアドレス]',
      displayName: '[氏名]',
      active: 'Switch([在籍状況], , "在籍", "True", "退職", "False")',
      title: '[役職]',
      userType: '[雇用形態]',
      'name.givenName': '[名]',
      'name.familyName': '[姓]',
      [work('emails', 'value')]: '[メールアドレス]',
      [work('phoneNumbers', 'value')]: '[電話番号]',
      [work('addresses', 'postalCode')]: '[郵便番号]',
      [enterprise('employeeNumber')]: '[社員番号]',
      [enterprise('organization')]: '[会社名]',
      [enterprise('department')]: '[部署]',
      [enterprise('manager.value')]: '[上司社員番号]',
    },
    proposed: { [custom('HireDate')]: 'employeeHireDate' },
  },
  {
    name: 'German file with a login name, a title and ambiguous columns',
    table: `
Personalnummer | Benutzername | Name        | Vorname  | Titel | Stelle        | Funktion       | Status     | Land | PLZ   | Ort     | Telefon          | Eintrittsdatum
00071          | hbuerger     | Bürger      | Hedwig   | Dr.   | Laborleitung  | Leitung        | aktiv      | D    | 07743 | Jena    | +49 3641 000071  | 1.10.2003
00085          | uzankl       | Zankl       | Ulrich   |       | Laborant      | Fachkraft      | aktiv      | D    | 07743 | Jena    | +49 3641 000085  | 15.2.2012
00092          | miliev       | Iliev       | Marin    | Dr.   | Forscher      | Fachkraft      | ruhend     | A    | 1010  | Wien    | +43 1 00092      | 1.4.2016
00103          | tgrollmuss   | Grollmuß    | Traudel  |       | Laborantin    | Fachkraft      | aktiv      | D    | 07743 | Jena    | +49 3641 000103  | 3.11.2019
00110          | akessler     | Kessler     | Arno     | Prof. | Forscher      | Fachkraft      | aktiv      | D    | 99084 | Erfurt  | +49 361 000110   | 28.6.2021`,
    written: {
      externalId: '[Personalnummer]',
      displayName: 'Join(" ", [Vorname], [Name])',
      'name.givenName': '[Vorname]',
      'name.familyName': '[Name]',
      'name.honorificPrefix': '[Titel]',
      [work('addresses', 'postalCode')]: '[PLZ]',
      [work('addresses', 'locality')]: '[Ort]',
      [work('phoneNumbers', 'value')]: '[Telefon]',
      [enterprise('employeeNumber')]: '[Personalnummer]',
    },
    proposed: {
      userName: 'domain',
      title: '[Stelle] or [Funktion]?',
      active: '"ruhend"',
      [work('addresses', 'country')]: '"A"',
      [custom('HireDate')]: 'employeeHireDate',
    },
  },
  {
    name: 'a file without anything to go by',
    table: `
A1 | Spalte 2 | Status
x  | y        | 7
z  | w        | 8`,
    written: {},
    proposed: { active: '"7" (1), "8" (1)' },
  },
];

/** The header and the records of a fixture. */
export function cellsOf({ table }: Pick<Fixture, 'table'>): {
  readonly columns: readonly string[];
  readonly records: readonly (readonly string[])[];
} {
  const [columns = [], ...records] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return { columns, records };
}
