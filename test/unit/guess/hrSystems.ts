/** An extract of an HR system, with invented people, and the whole of what is guessed from it. */
export interface HrSystem {
  readonly name: string;
  /** Lines with `|` between cells; blanks around a cell do not count. */
  readonly table: string;
  /** Every rule that is written: the short path of the attribute, without `[type eq "work"]` and `.value`, and the expression. */
  readonly rules: readonly string[];
  /** Every rule that is left in a comment. */
  readonly proposed: readonly string[];
  /** Columns that must come up in none of them. */
  readonly unused: readonly string[];
}

export const HR_SYSTEMS: readonly HrSystem[] = [
  {
    name: 'Workday: legal and preferred names apart',
    table: `
Employee ID | Legal Name - First Name | Legal Name - Last Name | Preferred Name - First | Preferred Name - Last | Job Profile Name | Business Title | Cost Center - ID | Cost Center - Name | Company | Supervisory Organization | Manager Employee ID | Worker Status | Email - Work | Hire Date
21001 | Margot | Whitfield | Meg | Whitfield | Accountant II | Senior Accountant | 410 | 410 Finance | Fourth Coffee | Finance (Meg Whitfield) | 21003 | Active | meg.whitfield@fourthcoffee.com | 2019-03-01
21002 | Tobias | Renner | Tobias | Renner | Analyst | Data Analyst | 420 | 420 Data | Fourth Coffee | Data (Tobias Renner) | 21001 | Terminated | tobias.renner@fourthcoffee.com | 2020-07-15
21003 | Ayesha | Karim | Ayesha | Karim | Director | Finance Director | 410 | 410 Finance | Fourth Coffee | Executive (Ayesha Karim) |  | Active | ayesha.karim@fourthcoffee.com | 2012-01-09`,
    rules: [
      'externalId = [Employee ID]',
      'employeeNumber = [Employee ID]',
      'manager = [Manager Employee ID]',
      'emails = [Email - Work]',
      'userName = [Email - Work]',
      'name.givenName = [Legal Name - First Name]',
      'name.familyName = [Legal Name - Last Name]',
      'displayName = Join(" ", [Legal Name - First Name], [Legal Name - Last Name])',
      'active = Switch([Worker Status], , "Active", "True", "Terminated", "False")',
      'title = [Business Title]',
      'costCenter = [Cost Center - ID]',
      'organization = [Company]',
    ],
    proposed: [
      'department = [Supervisory Organization]',
      'HireDate = FormatDateTime([Hire Date], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Preferred Name - First', 'Preferred Name - Last', 'Job Profile Name', 'Cost Center - Name'],
  },
  {
    name: 'Workday: worker with id and status',
    table: `
Worker | Employee ID | Primary Work Email | Worker Status | Worker's Manager | Job Title
Lena Fischer (30001) | 30001 | lena.fischer@fourthcoffee.com | Active | Paul Okoro (30002) | Buyer
Paul Okoro (30002) | 30002 | paul.okoro@fourthcoffee.com | Active |  | Head of Purchasing
Rosa Amaral (On Leave) (30003) | 30003 | rosa.amaral@fourthcoffee.com | Active | Paul Okoro (30002) | Buyer
Ivan Petrov (Terminated) (30004) | 30004 | ivan.petrov@fourthcoffee.com | Terminated | Lena Fischer (30001) | Clerk`,
    rules: [
      'externalId = [Employee ID]',
      'employeeNumber = [Employee ID]',
      'manager = Replace([Worker\'s Manager], , "^.*\\\\(|\\\\)\\\\s*$", , "", , )',
      'emails = [Primary Work Email]',
      'userName = [Primary Work Email]',
      'displayName = Replace([Worker], , "(\\\\s*\\\\([^()]*\\\\))+\\\\s*$", , "", , )',
      'active = Switch([Worker Status], , "Active", "True", "Terminated", "False")',
      'title = [Job Title]',
    ],
    proposed: [
      'name.givenName = Word(Replace([Worker], , "(\\\\s*\\\\([^()]*\\\\))+\\\\s*$", , "", , ), 1, " ")',
      'name.familyName = Replace(Replace([Worker], , "(\\\\s*\\\\([^()]*\\\\))+\\\\s*$", , "", , ), , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [],
  },
  {
    name: 'Workday: contingent workers',
    table: `
Worker | Worker ID | Worker Type | Email - Work | Status
Nadia Rahman [C] | C-501 | Contingent Worker | nadia.rahman@fourthcoffee.com | Active
Omar Haddad | E-502 | Employee | omar.haddad@fourthcoffee.com | Active
Petra Novak [C] | C-503 | Contingent Worker | petra.novak@fourthcoffee.com | Inactive`,
    rules: [
      'externalId = [Worker ID]',
      'employeeNumber = [Worker ID]',
      'emails = [Email - Work]',
      'userName = [Email - Work]',
      'displayName = Replace([Worker], , "(\\\\s*[(\\\\[][^()\\\\[\\\\]]*[)\\\\]])+\\\\s*$", , "", , )',
      'active = Switch([Status], , "Active", "True", "Inactive", "False")',
      'userType = [Worker Type]',
    ],
    proposed: [
      'name.givenName = Word(Replace([Worker], , "(\\\\s*[(\\\\[][^()\\\\[\\\\]]*[)\\\\]])+\\\\s*$", , "", , ), 1, " ")',
      'name.familyName = Replace(Replace([Worker], , "(\\\\s*[(\\\\[][^()\\\\[\\\\]]*[)\\\\]])+\\\\s*$", , "", , ), , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [],
  },
  {
    name: 'Id before the name',
    table: `
Employee | Dept | Supervisor EID | EID | Work Email
1201 - Hugo Lambert | Sales | 1203 | 1201 | hugo.lambert@adventure.example
1202 - Mina Sato | Sales | 1203 | 1202 | mina.sato@adventure.example
1203 - Olga Brandt | Board |  | 1203 | olga.brandt@adventure.example`,
    rules: [
      'externalId = [EID]',
      'employeeNumber = [EID]',
      'manager = [Supervisor EID]',
      'emails = [Work Email]',
      'userName = [Work Email]',
      'displayName = Replace([Employee], , "^\\\\S*\\\\d\\\\S*[\\\\s,:|/–-]+", , "", , )',
      'department = [Dept]',
    ],
    proposed: [
      'name.givenName = Word(Replace([Employee], , "^\\\\S*\\\\d\\\\S*[\\\\s,:|/–-]+", , "", , ), 1, " ")',
      'name.familyName = Replace(Replace([Employee], , "^\\\\S*\\\\d\\\\S*[\\\\s,:|/–-]+", , "", , ), , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [],
  },
  {
    name: 'Oracle HCM',
    table: `
Person Number | Display Name | Last Name | First Name | Job Name | Position Name | Department Name | Legal Employer Name | Assignment Status | Assignment Category | Manager Person Number | Work Email | Location Name | Grade Name
300100 | Amara Diallo | Diallo | Amara | Engineer | Engineer Level 2 | Platform | Wingtip Ltd | Active - Payroll Eligible | Full-time regular | 300102 | amara.diallo@wingtip.com | Lyon | G2
300101 | Bruno Keller | Keller | Bruno | Engineer | Engineer Level 1 | Platform | Wingtip Ltd | Inactive - No Payroll | Full-time regular | 300102 | bruno.keller@wingtip.com | Lyon | G1
300102 | Chiara Moretti | Moretti | Chiara | Manager | Manager Platform | Platform | Wingtip Ltd | Active - Payroll Eligible | Full-time regular |  | chiara.moretti@wingtip.com | Lyon | G5`,
    rules: [
      'externalId = [Person Number]',
      'employeeNumber = [Person Number]',
      'manager = [Manager Person Number]',
      'emails = [Work Email]',
      'userName = [Work Email]',
      'name.givenName = [First Name]',
      'name.familyName = [Last Name]',
      'displayName = [Display Name]',
      'active = Switch([Assignment Status], , "Active - Payroll Eligible", "True", "Inactive - No Payroll", "False")',
      'title = [Job Name]',
      'userType = [Assignment Category]',
      'department = [Department Name]',
      'organization = [Legal Employer Name]',
    ],
    proposed: [],
    unused: ['Position Name', 'Location Name', 'Grade Name'],
  },
  {
    name: 'Oracle E-Business',
    table: `
EMPLOYEE_NUMBER | FULL_NAME | EMAIL_ADDRESS | JOB_NAME | ORGANIZATION_NAME | SUPERVISOR_ID | ASSIGNMENT_STATUS_TYPE | COST_CENTER_NAME
7001 | Dana Whitlock | dana.whitlock@wingtip.com | CLERK | Wingtip Retail | 7002 | Active Assignment | Stores
7002 | Eitan Levi | eitan.levi@wingtip.com | MANAGER | Wingtip Retail |  | Active Assignment | Stores`,
    rules: [
      'externalId = [EMPLOYEE_NUMBER]',
      'employeeNumber = [EMPLOYEE_NUMBER]',
      'manager = [SUPERVISOR_ID]',
      'emails = [EMAIL_ADDRESS]',
      'userName = [EMAIL_ADDRESS]',
      'displayName = [FULL_NAME]',
      'active = Switch([ASSIGNMENT_STATUS_TYPE], , "Active Assignment", "True")',
      'title = [JOB_NAME]',
      'costCenter = [COST_CENTER_NAME]',
    ],
    proposed: [
      'name.givenName = Word([FULL_NAME], 1, " ")',
      'name.familyName = Replace([FULL_NAME], , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: ['ORGANIZATION_NAME'],
  },
  {
    name: 'SAP infotypes',
    table: `
PERNR | VORNA | NACHN | GBDAT | BEGDA | ENDDA | STELL | ORGEH | PLANS | KOSTL | BUKRS | STAT2
00010001 | Greta | Hollmann | 19800412 | 20150101 | 99991231 | 50000123 | 50001001 | 50010001 | 4100 | 1000 | 3
00010002 | Henrik | Aalto | 19911130 | 20190315 | 99991231 | 50000124 | 50001001 | 50010002 | 4100 | 1000 | 3
00010003 | Ilse | Baumann | 19760208 | 20100601 | 20231231 | 50000125 | 50001002 | 50010003 | 4200 | 1000 | 0`,
    rules: [
      'externalId = [PERNR]',
      'employeeNumber = [PERNR]',
      'name.givenName = [VORNA]',
      'name.familyName = [NACHN]',
      'displayName = Join(" ", [VORNA], [NACHN])',
      'costCenter = [KOSTL]',
      'active = Switch([STAT2], , "3", "True", "0", "False")',
    ],
    proposed: [
      'userName = Join("@", StripSpaces(NormalizeDiacritics(ToLower(Join(".", [VORNA], [NACHN])))), "example.com")',
      'HireDate = FormatDateTime([BEGDA], , "yyyyMMdd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([ENDDA], , "yyyyMMdd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['GBDAT', 'STELL', 'ORGEH', 'PLANS', 'BUKRS'],
  },
  {
    name: 'SAP infotypes with texts',
    table: `
PERNR | ENAME | STLTX | ORGTX | PLSTX | PERSG | PGTXT | USRID_LONG | BUTXT | MGR_PERNR
10001 | Greta Hollmann | Sachbearbeiter | Einkauf | Einkäuferin | 1 | Aktive | greta.hollmann@proseware.de | Proseware AG | 10003
10002 | Henrik Aalto | Sachbearbeiter | Einkauf | Einkäufer | 1 | Aktive | henrik.aalto@proseware.de | Proseware AG | 10003
10003 | Ilse Baumann | Leiter | Leitung | Leiterin | 2 | Rentner | ilse.baumann@proseware.de | Proseware AG |`,
    rules: [
      'externalId = [PERNR]',
      'employeeNumber = [PERNR]',
      'manager = [MGR_PERNR]',
      'emails = [USRID_LONG]',
      'userName = [USRID_LONG]',
      'displayName = [ENAME]',
      'title = [STLTX]',
      'userType = [PGTXT]',
      'department = [ORGTX]',
      'organization = [BUTXT]',
    ],
    proposed: [
      'name.givenName = Word([ENAME], 1, " ")',
      'name.familyName = Replace([ENAME], , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: ['PLSTX', 'PERSG'],
  },
  {
    name: 'SAP CSV in German',
    table: `
personalnummer | vorname | nachname | geburtsdatum | email | org_einheit | planstelle | manager_personalnummer | aktiv
4711 | Jutta | Kern | 12.03.1979 | jutta.kern@proseware.de | Vertrieb | Vertriebsleiterin |  | ja
4712 | Karim | Lang | 01.07.1990 | karim.lang@proseware.de | Vertrieb | Berater | 4711 | ja
4713 | Lotte | Mohr | 30.11.1985 | lotte.mohr@proseware.de | Einkauf | Einkäuferin | 4711 | nein`,
    rules: [
      'externalId = [personalnummer]',
      'employeeNumber = [personalnummer]',
      'manager = [manager_personalnummer]',
      'emails = [email]',
      'userName = [email]',
      'name.givenName = [vorname]',
      'name.familyName = [nachname]',
      'displayName = Join(" ", [vorname], [nachname])',
      'active = Switch([aktiv], , "ja", "True", "nein", "False")',
      'title = [planstelle]',
      'department = [org_einheit]',
    ],
    proposed: [],
    unused: ['geburtsdatum'],
  },
  {
    name: 'SuccessFactors OData',
    table: `
userId | username | firstName | lastName | email | status | title | department | division | manager | hireDate
sf-1 | jpark | Jisoo | Park | jisoo.park@fabrikam.com | active | Planner | Supply | Asia | sf-2 | 2018-02-01
sf-2 | knash | Kofi | Nash | kofi.nash@fabrikam.com | active | Director | Supply | Asia |  | 2009-05-11
sf-3 | lberg | Linnea | Berg | linnea.berg@fabrikam.com | inactive | Planner | Supply | Europe | sf-2 | 2021-11-22`,
    rules: [
      'externalId = [userId]',
      'manager = [manager]',
      'emails = [email]',
      'userName = [email]',
      'name.givenName = [firstName]',
      'name.familyName = [lastName]',
      'displayName = Join(" ", [firstName], [lastName])',
      'active = Switch([status], , "active", "True", "inactive", "False")',
      'title = [title]',
      'department = [department]',
      'division = [division]',
    ],
    proposed: ['HireDate = FormatDateTime([hireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: [],
  },
  {
    name: 'SuccessFactors compound path',
    table: `
personInfo/personIdExternal | personalInfo/firstName | personalInfo/lastName | emailNav/emailAddress | jobInfo/jobTitle | jobInfo/department | jobInfo/managerId | jobInfo/emplStatus
P-10 | Maya | Ortega | maya.ortega@fabrikam.com | Planner | Supply | P-11 | Active
P-11 | Nils | Peters | nils.peters@fabrikam.com | Director | Supply |  | Active`,
    rules: [
      'externalId = [personInfo/personIdExternal]',
      'manager = [jobInfo/managerId]',
      'emails = [emailNav/emailAddress]',
      'userName = [emailNav/emailAddress]',
      'name.givenName = [personalInfo/firstName]',
      'name.familyName = [personalInfo/lastName]',
      'displayName = Join(" ", [personalInfo/firstName], [personalInfo/lastName])',
      'active = Switch([jobInfo/emplStatus], , "Active", "True")',
      'title = [jobInfo/jobTitle]',
      'department = [jobInfo/department]',
    ],
    proposed: [],
    unused: [],
  },
  {
    name: 'ADP Workforce Now',
    table: `
File Number | Legal First Name | Legal Last Name | Preferred Name | Position Status | Job Title Description | Home Department Description | Reports To Legal First Name | Reports To Legal Last Name | Reports To File Number | Work Contact: Work Email | Personal Contact: Personal Email | Hire Date | Termination Date
5501 | Ophelia | Quinn |  | Active | Nurse | Ward 3 | Ravi | Shah | 5502 | ophelia.quinn@lamna.org | oquinn@gmail.com | 03/15/2016 |
5502 | Ravi | Shah |  | Active | Head Nurse | Ward 3 |  |  |  | ravi.shah@lamna.org | ravis@yahoo.com | 11/28/2011 |
5503 | Selma | Tran | Sel | Terminated | Nurse | Ward 4 | Ravi | Shah | 5502 | selma.tran@lamna.org | selma@hotmail.com | 01/09/2018 | 06/30/2023`,
    rules: [
      'externalId = [File Number]',
      'manager = [Reports To File Number]',
      'emails = [Work Contact: Work Email]',
      'userName = [Work Contact: Work Email]',
      'name.givenName = [Legal First Name]',
      'name.familyName = [Legal Last Name]',
      'displayName = Join(" ", [Legal First Name], [Legal Last Name])',
      'active = Switch([Position Status], , "Active", "True", "Terminated", "False")',
      'title = [Job Title Description]',
      'department = [Home Department Description]',
    ],
    proposed: [
      'nickName = [Preferred Name]',
      'HireDate = FormatDateTime([Hire Date], , "MM/dd/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Termination Date], , "MM/dd/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Reports To Legal First Name', 'Reports To Legal Last Name', 'Personal Contact: Personal Email'],
  },
  {
    name: 'ADP payroll',
    table: `
Payroll Name | File # | Status | Department | Job Title | Supervisor File #
Upton, Vera | 000101 | A | 100 | Cashier | 000102
Wade, Xander | 000102 | A | 100 | Store Manager |
Young, Zoe | 000103 | T | 200 | Cashier | 000102`,
    rules: [
      'externalId = [File #]',
      'manager = [Supervisor File #]',
      'displayName = Join(" ", Replace([Payroll Name], , "^[^,]*,\\\\s*", , "", , ), Word([Payroll Name], 1, ","))',
      'name.givenName = Replace([Payroll Name], , "^[^,]*,\\\\s*", , "", , )',
      'name.familyName = Word([Payroll Name], 1, ",")',
      'title = [Job Title]',
    ],
    proposed: ['active = Switch([Status], , "A", "True", "T", "False")'],
    unused: ['Department'],
  },
  {
    name: 'BambooHR with one column for the name',
    table: `
Employee # | Last name, First name | Job Title | Reporting to | Work Email | Status | Supervisor EID
801 | Abbott, Bianca | Designer | Costa, Dario | bianca.abbott@adatum.com | Active | 802
802 | Costa, Dario | Lead Designer |  | dario.costa@adatum.com | Active |
803 | Ek, Frida | Designer | Costa, Dario | frida.ek@adatum.com | Inactive | 802`,
    rules: [
      'externalId = [Employee #]',
      'employeeNumber = [Employee #]',
      'manager = [Supervisor EID]',
      'emails = [Work Email]',
      'userName = [Work Email]',
      'displayName = Join(" ", Replace([Last name, First name], , "^[^,]*,\\\\s*", , "", , ), Word([Last name, First name], 1, ","))',
      'name.givenName = Replace([Last name, First name], , "^[^,]*,\\\\s*", , "", , )',
      'name.familyName = Word([Last name, First name], 1, ",")',
      'active = Switch([Status], , "Active", "True", "Inactive", "False")',
      'title = [Job Title]',
    ],
    proposed: [],
    unused: ['Reporting to'],
  },
  {
    name: 'First name before the last name, with a comma',
    table: `
ID | First Name, Last Name | E-Mail | Active
1 | Gustav, Holm | gustav.holm@adatum.com | yes
2 | Ida, Jensen | ida.jensen@adatum.com | no`,
    rules: [
      'externalId = [ID]',
      'emails = [E-Mail]',
      'userName = [E-Mail]',
      'displayName = Join(" ", Word([First Name, Last Name], 1, ","), Replace([First Name, Last Name], , "^[^,]*,\\\\s*", , "", , ))',
      'name.givenName = Word([First Name, Last Name], 1, ",")',
      'name.familyName = Replace([First Name, Last Name], , "^[^,]*,\\\\s*", , "", , )',
      'active = Switch([Active], , "yes", "True", "no", "False")',
    ],
    proposed: [],
    unused: [],
  },
  {
    name: `Personio with the supervisor's address`,
    table: `
Personalnummer | Vorname | Nachname | E-Mail (geschäftlich) | Position | Abteilung | Vorgesetzter: E-Mail | Vorgesetzter: ID | Status | Kostenstelle | Einstellungsdatum
P1 | Klara | Lindt | klara.lindt@proseware.de | Entwicklerin | Technik | mats.nyberg@proseware.de | P2 | Aktiv | 5200 | 01.02.2020
P2 | Mats | Nyberg | mats.nyberg@proseware.de | Teamleiter | Technik |  |  | Aktiv | 5200 | 05.06.2015
P3 | Nora | Otto | nora.otto@proseware.de | Entwicklerin | Technik | mats.nyberg@proseware.de | P2 | Inaktiv | 5200 | 11.12.2018`,
    rules: [
      'externalId = [Personalnummer]',
      'employeeNumber = [Personalnummer]',
      'manager = [Vorgesetzter: ID]',
      'emails = [E-Mail (geschäftlich)]',
      'userName = [E-Mail (geschäftlich)]',
      'name.givenName = [Vorname]',
      'name.familyName = [Nachname]',
      'displayName = Join(" ", [Vorname], [Nachname])',
      'active = Switch([Status], , "Aktiv", "True", "Inaktiv", "False")',
      'title = [Position]',
      'department = [Abteilung]',
      'costCenter = [Kostenstelle]',
    ],
    proposed: ['HireDate = FormatDateTime([Einstellungsdatum], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: ['Vorgesetzter: E-Mail'],
  },
  {
    name: 'Personio in English',
    table: `
ID | First name | Last name | Email | Status | Position | Department | Team | Supervisor | Cost center | Subcompany | Hire date | Employment type
90001 | Paula | Quist | paula.quist@proseware.de | Active | Recruiter | People | Hiring | Ralf Stein | 3100 | Proseware GmbH | 2021-03-01 | Internal employee
90002 | Ralf | Stein | ralf.stein@proseware.de | Active | Head of People | People | Leads |  | 3100 | Proseware GmbH | 2014-08-15 | Internal employee
90003 | Sina | Thoma | sina.thoma@proseware.de | Inactive | Recruiter | People | Hiring | Ralf Stein | 3100 | Proseware GmbH | 2019-10-10 | External employee`,
    rules: [
      'externalId = [ID]',
      'emails = [Email]',
      'userName = [Email]',
      'name.givenName = [First name]',
      'name.familyName = [Last name]',
      'displayName = Join(" ", [First name], [Last name])',
      'active = Switch([Status], , "Active", "True", "Inactive", "False")',
      'title = [Position]',
      'userType = [Employment type]',
      'department = [Department]',
      'costCenter = [Cost center]',
    ],
    proposed: [
      'manager = [Supervisor]',
      'HireDate = FormatDateTime([Hire date], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Team', 'Subcompany'],
  },
  {
    name: 'AFAS in Dutch',
    table: `
Medewerker | Roepnaam | Voorvoegsel | Achternaam | E-mail werk | Functie | Afdeling | Kostenplaats | Leidinggevende | Datum in dienst | Datum uit dienst | Dienstverband
00501 | Bram | van der | Linde | b.vanderlinde@vanarsdel.nl | Planner | Planning | 61 | 00503 | 01-02-2019 |  | Vast
00502 | Cato |  | Meijer | c.meijer@vanarsdel.nl | Planner | Planning | 61 | 00503 | 15-08-2021 | 31-12-2023 | Tijdelijk
00503 | Daan | de | Wit | d.dewit@vanarsdel.nl | Teamleider | Planning | 60 |  | 30-05-2012 |  | Vast`,
    rules: [
      'externalId = [Medewerker]',
      'employeeNumber = [Medewerker]',
      'manager = [Leidinggevende]',
      'emails = [E-mail werk]',
      'userName = [E-mail werk]',
      'name.givenName = [Roepnaam]',
      'name.familyName = Join(" ", [Voorvoegsel], [Achternaam])',
      'displayName = Join(" ", [Roepnaam], [Voorvoegsel], [Achternaam])',
      'title = [Functie]',
      'userType = [Dienstverband]',
      'department = [Afdeling]',
      'costCenter = [Kostenplaats]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Datum in dienst], , "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Datum uit dienst], , "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Dutch with a flag for those who have left',
    table: `
Medewerkernummer | Naam | E-mailadres | Functienaam | Personeelsnummer leidinggevende | Uit dienst
11 | Eva Bos | eva.bos@vanarsdel.nl | Inkoper | 12 | Nee
12 | Finn Post | finn.post@vanarsdel.nl | Hoofd inkoop |  | Nee
13 | Guus Vos | guus.vos@vanarsdel.nl | Inkoper | 12 | Ja`,
    rules: [
      'externalId = [Medewerkernummer]',
      'employeeNumber = [Medewerkernummer]',
      'manager = [Personeelsnummer leidinggevende]',
      'emails = [E-mailadres]',
      'userName = [E-mailadres]',
      'displayName = [Naam]',
      'title = [Functienaam]',
    ],
    proposed: [
      'name.givenName = Word([Naam], 1, " ")',
      'name.familyName = Replace([Naam], , "^\\\\S+\\\\s+", , "", , )',
      'active = Switch([Uit dienst], , "Nee", "True", "Ja", "False")',
    ],
    unused: [],
  },
  {
    name: 'UKG Pro',
    table: `
Employee Number | Name (Last, First) | Employment Status | Job Title | Supervisor Employee Number | Work Email | Is Terminated
U-1 | Grant, Hazel | Active | Cook | U-2 | hazel.grant@lamna.org | N
U-2 | Ibarra, Jonas | Active | Chef |  | jonas.ibarra@lamna.org | N
U-3 | Kent, Leila | Terminated | Cook | U-2 | leila.kent@lamna.org | Y`,
    rules: [
      'externalId = [Employee Number]',
      'employeeNumber = [Employee Number]',
      'manager = [Supervisor Employee Number]',
      'emails = [Work Email]',
      'userName = [Work Email]',
      'displayName = Join(" ", Replace([Name (Last, First)], , "^[^,]*,\\\\s*", , "", , ), Word([Name (Last, First)], 1, ","))',
      'name.givenName = Replace([Name (Last, First)], , "^[^,]*,\\\\s*", , "", , )',
      'name.familyName = Word([Name (Last, First)], 1, ",")',
      'active = Switch([Employment Status], , "Active", "True", "Terminated", "False")',
      'title = [Job Title]',
    ],
    proposed: [],
    unused: ['Is Terminated'],
  },
  {
    name: 'UKG Ready',
    table: `
Employee Id | Username | First Name | Last Name | Primary Email | Default Job | Manager 1 | Account Status | Cost Centers 1
501 | mlopez | Marisol | Lopez | marisol.lopez@lamna.org | Porter | 502 | Active | 410
502 | nmori | Naoki | Mori | naoki.mori@lamna.org | Supervisor |  | Active | 410`,
    rules: [
      'externalId = [Employee Id]',
      'employeeNumber = [Employee Id]',
      'manager = [Manager 1]',
      'emails = [Primary Email]',
      'userName = [Primary Email]',
      'name.givenName = [First Name]',
      'name.familyName = [Last Name]',
      'displayName = Join(" ", [First Name], [Last Name])',
      'active = Switch([Account Status], , "Active", "True")',
    ],
    proposed: [],
    unused: ['Default Job', 'Cost Centers 1'],
  },
  {
    name: 'Zoho People',
    table: `
EmployeeID | FirstName | LastName | EmailID | Department | Designation | Reporting_To.MailID | Reporting_To | Employeestatus | Dateofjoining | Zoho_ID
E101 | Priya | Nair | priya.nair@relecloud.com | Support | Agent | rohan.sen@relecloud.com | Rohan Sen E102 | Active | 12-Jan-2021 | 4480001
E102 | Rohan | Sen | rohan.sen@relecloud.com | Support | Team Lead |  |  | Active | 03-Feb-2016 | 4480002
E103 | Tara | Unni | tara.unni@relecloud.com | Support | Agent | rohan.sen@relecloud.com | Rohan Sen E102 | Terminated | 28-Mar-2019 | 4480003`,
    rules: [
      'externalId = [EmployeeID]',
      'employeeNumber = [EmployeeID]',
      'manager = Replace([Reporting_To], , "^.*[\\\\s,#]", , "", , )',
      'emails = [EmailID]',
      'userName = [EmailID]',
      'name.givenName = [FirstName]',
      'name.familyName = [LastName]',
      'displayName = Join(" ", [FirstName], [LastName])',
      'active = Switch([Employeestatus], , "Active", "True", "Terminated", "False")',
      'title = [Designation]',
      'department = [Department]',
    ],
    proposed: ['HireDate = FormatDateTime([Dateofjoining], , "dd-MMM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: ['Reporting_To.MailID', 'Zoho_ID'],
  },
  {
    name: 'Paycom',
    table: `
Employee_Code | Legal_Firstname | Legal_Lastname | Employee_Status | Position_Title | Department_Desc | Supervisor_Primary_Code | Work_Email | Most_Recent_Hire_Date | Labor_Allocation_Category
A1B1 | Uma | Varga | A | Welder | Shop | A1B3 | uma.varga@woodgrove.com | 2020-01-06 | 12
A1B2 | Wes | Xu | T | Welder | Shop | A1B3 | wes.xu@woodgrove.com | 2018-05-21 | 12
A1B3 | Yara | Zeller | A | Foreman | Shop |  | yara.zeller@woodgrove.com | 2010-10-11 | 10`,
    rules: [
      'externalId = [Employee_Code]',
      'employeeNumber = [Employee_Code]',
      'manager = [Supervisor_Primary_Code]',
      'emails = [Work_Email]',
      'userName = [Work_Email]',
      'name.givenName = [Legal_Firstname]',
      'name.familyName = [Legal_Lastname]',
      'displayName = Join(" ", [Legal_Firstname], [Legal_Lastname])',
      'title = [Position_Title]',
      'department = [Department_Desc]',
    ],
    proposed: [
      'active = Switch([Employee_Status], , "A", "True", "T", "False")',
      'HireDate = FormatDateTime([Most_Recent_Hire_Date], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Labor_Allocation_Category'],
  },
  {
    name: 'Spelling in camelCase',
    table: `
employeeId | givenName | familyName | workEmail | jobTitle | costCenter | lineManagerId | isActive | startDate
a1 | Adele | Brun | adele.brun@contoso.com | Nurse | 44 | a2 | true | 2022-04-01
a2 | Boris | Cray | boris.cray@contoso.com | Doctor | 44 |  | true | 2017-09-01
a3 | Celia | Dorn | celia.dorn@contoso.com | Nurse | 45 | a2 | false | 2020-02-15`,
    rules: [
      'externalId = [employeeId]',
      'employeeNumber = [employeeId]',
      'manager = [lineManagerId]',
      'emails = [workEmail]',
      'userName = [workEmail]',
      'name.givenName = [givenName]',
      'name.familyName = [familyName]',
      'displayName = Join(" ", [givenName], [familyName])',
      'active = Switch([isActive], , "true", "True", "false", "False")',
      'title = [jobTitle]',
      'costCenter = [costCenter]',
    ],
    proposed: ['HireDate = FormatDateTime([startDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: [],
  },
  {
    name: 'Spelling in capitals without spaces',
    table: `
EMPLID | FIRSTNAME | LASTNAME | EMAILADDR | EMAILADDRESS | JOBTITLE | DEPTNAME | SUPERVISORID | EMPLSTATUS
0071 | Dirk | Evers | x | dirk.evers@contoso.com | Clerk | Tax | 0072 | Active
0072 | Edda | Falk | x | edda.falk@contoso.com | Head | Tax |  | Active`,
    rules: [
      'externalId = [EMPLID]',
      'employeeNumber = [EMPLID]',
      'manager = [SUPERVISORID]',
      'emails = [EMAILADDRESS]',
      'userName = [EMAILADDRESS]',
      'name.givenName = [FIRSTNAME]',
      'name.familyName = [LASTNAME]',
      'displayName = Join(" ", [FIRSTNAME], [LASTNAME])',
      'active = Switch([EMPLSTATUS], , "Active", "True")',
      'title = [JOBTITLE]',
      'department = [DEPTNAME]',
    ],
    proposed: [],
    unused: ['EMAILADDR'],
  },
  {
    name: 'Spelling with dots and prefixes',
    table: `
hr.employee.id | hr.employee.first_name | hr.employee.last_name | hr.employee.email | hr.employee.status | hr.job.name | hr.cost_center.name
1 | Fritz | Graf | fritz.graf@contoso.com | active | Clerk | Tax
2 | Gerda | Hahn | gerda.hahn@contoso.com | inactive | Clerk | Audit`,
    rules: [
      'externalId = [hr.employee.id]',
      'employeeNumber = [hr.employee.id]',
      'emails = [hr.employee.email]',
      'userName = [hr.employee.email]',
      'name.givenName = [hr.employee.first_name]',
      'name.familyName = [hr.employee.last_name]',
      'displayName = Join(" ", [hr.employee.first_name], [hr.employee.last_name])',
      'active = Switch([hr.employee.status], , "active", "True", "inactive", "False")',
      'title = [hr.job.name]',
      'costCenter = [hr.cost_center.name]',
    ],
    proposed: [],
    unused: [],
  },
  {
    name: 'French HR system',
    table: `
Matricule salarié | Nom usuel | Prénom usuel | Courriel | Libellé emploi | Service | Établissement | Code centre de coût | Responsable hiérarchique - Matricule | Statut | Date d'entrée | Date de sortie
F1 | Lefèvre | Hélène | helene.lefevre@tailspin.fr | Comptable | Finances | Lyon | CF1 | F2 | Actif | 13/02/2018 |
F2 | Marchand | Ismaël | ismael.marchand@tailspin.fr | Directeur | Finances | Lyon | CF1 |  | Actif | 01/09/2010 |
F3 | Noël | Jade | jade.noel@tailspin.fr | Comptable | Finances | Lyon | CF2 | F2 | Sorti | 25/05/2020 | 31/12/2023`,
    rules: [
      'externalId = [Matricule salarié]',
      'employeeNumber = [Matricule salarié]',
      'manager = [Responsable hiérarchique - Matricule]',
      'emails = [Courriel]',
      'userName = [Courriel]',
      'name.givenName = [Prénom usuel]',
      'name.familyName = [Nom usuel]',
      'displayName = Join(" ", [Prénom usuel], [Nom usuel])',
      'active = Switch([Statut], , "Actif", "True", "Sorti", "False")',
      'title = [Libellé emploi]',
      'costCenter = [Code centre de coût]',
    ],
    proposed: [
      'department = [Service]',
      `HireDate = FormatDateTime([Date d'entrée], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")`,
      'TerminationDate = FormatDateTime([Date de sortie], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Établissement'],
  },
  {
    name: 'French with one column for the name',
    table: `
Matricule | Nom et prénom | Adresse e-mail | Intitulé du poste | N+1 (matricule) | Actif
101 | Olivier Karine | karine.olivier@tailspin.fr | Acheteuse | 102 | oui
102 | Petit Luc | luc.petit@tailspin.fr | Chef de service |  | non`,
    rules: [
      'externalId = [Matricule]',
      'employeeNumber = [Matricule]',
      'manager = [N+1 (matricule)]',
      'emails = [Adresse e-mail]',
      'userName = [Adresse e-mail]',
      'displayName = [Nom et prénom]',
      'active = Switch([Actif], , "oui", "True", "non", "False")',
      'title = [Intitulé du poste]',
    ],
    proposed: [
      'name.givenName = Replace([Nom et prénom], , "^\\\\S+\\\\s+", , "", , )',
      'name.familyName = Word([Nom et prénom], 1, " ")',
    ],
    unused: [],
  },
  {
    name: 'Spanish HR system',
    table: `
Nº empleado | Apellido paterno | Nombres | Correo corporativo | Nombre del puesto | Nombre del departamento | Nombre centro de coste | Jefe inmediato (ID) | Estatus | Fecha de ingreso
E-1 | Quiroga | Mateo | mateo.quiroga@litware.es | Técnico | Sistemas | Sistemas | E-2 | Activo | 2019-01-15
E-2 | Rivas | Noelia | noelia.rivas@litware.es | Jefa de sistemas | Sistemas | Sistemas |  | Activo | 2011-06-01
E-3 | Solano | Olmo | olmo.solano@litware.es | Técnico | Redes | Redes | E-2 | Inactivo | 2021-03-30`,
    rules: [
      'externalId = [Nº empleado]',
      'employeeNumber = [Nº empleado]',
      'manager = [Jefe inmediato (ID)]',
      'emails = [Correo corporativo]',
      'userName = [Correo corporativo]',
      'name.givenName = [Nombres]',
      'name.familyName = [Apellido paterno]',
      'displayName = Join(" ", [Nombres], [Apellido paterno])',
      'active = Switch([Estatus], , "Activo", "True", "Inactivo", "False")',
      'title = [Nombre del puesto]',
      'department = [Nombre del departamento]',
      'costCenter = [Nombre centro de coste]',
    ],
    proposed: ['HireDate = FormatDateTime([Fecha de ingreso], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: [],
  },
  {
    name: 'Spanish, last names before a comma',
    table: `
Código de empleado | Apellidos, Nombre | Email laboral | Puesto | Dado de baja
900 | Torres Gil, Pilar | pilar.torres@litware.es | Comercial | No
901 | Ubeda Mas, Quim | quim.ubeda@litware.es | Comercial | Sí`,
    rules: [
      'externalId = [Código de empleado]',
      'employeeNumber = [Código de empleado]',
      'emails = [Email laboral]',
      'userName = [Email laboral]',
      'displayName = Join(" ", Replace([Apellidos, Nombre], , "^[^,]*,\\\\s*", , "", , ), Word([Apellidos, Nombre], 1, ","))',
      'name.givenName = Replace([Apellidos, Nombre], , "^[^,]*,\\\\s*", , "", , )',
      'name.familyName = Word([Apellidos, Nombre], 1, ",")',
      'title = [Puesto]',
    ],
    proposed: ['active = Switch([Dado de baja], , "No", "True", "Sí", "False")'],
    unused: [],
  },
  {
    name: 'Swedish',
    table: `
Anställningsnummer | Förnamn | Efternamn | E-post arbete | Befattning | Avdelning | Kostnadsställe | Närmaste chef (anstnr) | Anställningsstatus | Anställningsdatum | Personnummer
101 | Astrid | Berglund | astrid.berglund@northwind.se | Ekonom | Ekonomi | 410 | 103 | Aktiv | 2019-01-07 | 19800101-0000
102 | Björn | Cederholm | bjorn.cederholm@northwind.se | Ekonom | Ekonomi | 410 | 103 | Slutat | 2016-03-14 | 19790202-0000
103 | Cilla | Dahl | cilla.dahl@northwind.se | Ekonomichef | Ekonomi | 400 |  | Aktiv | 2009-09-01 | 19700303-0000`,
    rules: [
      'externalId = [Anställningsnummer]',
      'employeeNumber = [Anställningsnummer]',
      'manager = [Närmaste chef (anstnr)]',
      'emails = [E-post arbete]',
      'userName = [E-post arbete]',
      'name.givenName = [Förnamn]',
      'name.familyName = [Efternamn]',
      'displayName = Join(" ", [Förnamn], [Efternamn])',
      'active = Switch([Anställningsstatus], , "Aktiv", "True", "Slutat", "False")',
      'title = [Befattning]',
      'department = [Avdelning]',
      'costCenter = [Kostnadsställe]',
    ],
    proposed: ['HireDate = FormatDateTime([Anställningsdatum], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: ['Personnummer'],
  },
  {
    name: 'Norwegian',
    table: `
Ansattnummer | Fornavn | Etternavn | E-postadresse | Stillingstittel | Avdeling | Kostnadssted | Nærmeste leder ansattnr | Er aktiv | Startdato
201 | Espen | Fjeld | espen.fjeld@northwind.no | Rådgiver | Drift | 30 | 202 | Ja | 01.08.2020
202 | Frøya | Grønn | froya.gronn@northwind.no | Leder | Drift | 30 |  | Ja | 15.01.2012
203 | Geir | Haug | geir.haug@northwind.no | Rådgiver | Drift | 30 | 202 | Nei | 02.05.2017`,
    rules: [
      'externalId = [Ansattnummer]',
      'employeeNumber = [Ansattnummer]',
      'manager = [Nærmeste leder ansattnr]',
      'emails = [E-postadresse]',
      'userName = [E-postadresse]',
      'name.givenName = [Fornavn]',
      'name.familyName = [Etternavn]',
      'displayName = Join(" ", [Fornavn], [Etternavn])',
      'active = Switch([Er aktiv], , "Ja", "True", "Nei", "False")',
      'title = [Stillingstittel]',
      'department = [Avdeling]',
      'costCenter = [Kostnadssted]',
    ],
    proposed: ['HireDate = FormatDateTime([Startdato], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")'],
    unused: [],
  },
  {
    name: 'Danish',
    table: `
Medarbejdernummer | Fornavn | Efternavn | Arbejds-e-mail | Stillingsbetegnelse | Afdeling | Nærmeste leder | Fratrådt | Ansættelsesdato
301 | Hanne | Iversen | hanne.iversen@northwind.dk | Bogholder | Økonomi | 302 | nej | 01-02-2018
302 | Ib | Juhl | ib.juhl@northwind.dk | Økonomichef | Økonomi |  | nej | 15-06-2011
303 | Jens | Krogh | jens.krogh@northwind.dk | Bogholder | Økonomi | 302 | ja | 20-03-2016`,
    rules: [
      'externalId = [Medarbejdernummer]',
      'employeeNumber = [Medarbejdernummer]',
      'manager = [Nærmeste leder]',
      'emails = [Arbejds-e-mail]',
      'userName = [Arbejds-e-mail]',
      'name.givenName = [Fornavn]',
      'name.familyName = [Efternavn]',
      'displayName = Join(" ", [Fornavn], [Efternavn])',
      'title = [Stillingsbetegnelse]',
      'department = [Afdeling]',
    ],
    proposed: [
      'active = Switch([Fratrådt], , "nej", "True", "ja", "False")',
      'HireDate = FormatDateTime([Ansættelsesdato], , "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Finnish',
    table: `
Henkilönumero | Etunimi | Sukunimi | Työsähköposti | Tehtävänimike | Osasto | Kustannuspaikka | Esihenkilö | Aktiivinen
401 | Kaisa | Laine | kaisa.laine@northwind.fi | Asiantuntija | Talous | 77 | 402 | kyllä
402 | Lauri | Mäki | lauri.maki@northwind.fi | Johtaja | Talous | 77 |  | kyllä`,
    rules: [
      'externalId = [Henkilönumero]',
      'employeeNumber = [Henkilönumero]',
      'manager = [Esihenkilö]',
      'emails = [Työsähköposti]',
      'userName = [Työsähköposti]',
      'name.givenName = [Etunimi]',
      'name.familyName = [Sukunimi]',
      'displayName = Join(" ", [Etunimi], [Sukunimi])',
      'active = Switch([Aktiivinen], , "kyllä", "True")',
      'title = [Tehtävänimike]',
      'department = [Osasto]',
      'costCenter = [Kustannuspaikka]',
    ],
    proposed: [],
    unused: [],
  },
  {
    name: 'Soft deletion',
    table: `
id | upn | name | IsSoftDeleted
1 | maria@contoso.com | Maria | False
2 | noah@contoso.com | Noah | True
3 | otis@contoso.com | Otis | False`,
    rules: ['externalId = [id]', 'userName = [upn]', 'displayName = [name]'],
    proposed: ['active = Switch([IsSoftDeleted], , "False", "True", "True", "False")'],
    unused: [],
  },
  {
    name: 'Disabled accounts and a status that says nothing',
    table: `
Staff No | Forename | Surname | Login | Account Disabled | Line Manager Staff No
S1 | Pia | Quade | pquade | N | S2
S2 | Quentin | Roth | qroth | N |
S3 | Rita | Senn | rsenn | Y | S2`,
    rules: [
      'externalId = [Staff No]',
      'employeeNumber = [Staff No]',
      'manager = [Line Manager Staff No]',
      'name.givenName = [Forename]',
      'name.familyName = [Surname]',
      'displayName = Join(" ", [Forename], [Surname])',
    ],
    proposed: [
      'userName = Join("@", ToLower([Login]), "example.com")',
      'active = Switch([Account Disabled], , "N", "True", "Y", "False")',
    ],
    unused: [],
  },
  {
    name: 'Managers under a name that says nothing',
    table: `
Mitarbeiter-ID | Vorname | Nachname | Mail | Kürzel L1 | Status
M-1 | Stefan | Thoma | stefan.thoma@proseware.de | M-2 | aktiv
M-2 | Tanja | Uhl | tanja.uhl@proseware.de |  | aktiv
M-3 | Urs | Vogt | urs.vogt@proseware.de | M-2 | ausgeschieden`,
    rules: [
      'externalId = [Mitarbeiter-ID]',
      'employeeNumber = [Mitarbeiter-ID]',
      'emails = [Mail]',
      'userName = [Mail]',
      'name.givenName = [Vorname]',
      'name.familyName = [Nachname]',
      'displayName = Join(" ", [Vorname], [Nachname])',
      'active = Switch([Status], , "aktiv", "True", "ausgeschieden", "False")',
    ],
    proposed: ['manager = [Kürzel L1]'],
    unused: [],
  },
  {
    name: `Other people's names and numbers`,
    table: `
Employee ID | First Name | Last Name | Email | Emergency Contact Name | Emergency Contact Phone | Spouse First Name | Recruiter | HR Manager | Previous Last Name | Bank Name | Status | Home Phone
7 | Vera | Wolff | vera.wolff@contoso.com | Max Wolff | 0123 45678 | Max | Y. Zorn | Z. Abel | Klein | First Bank | Active | 0123 45679
8 | Wim | Xander | wim.xander@contoso.com | Ann Xander | 0123 45670 | Ann | Y. Zorn | Z. Abel |  | First Bank | Inactive | 0123 45671`,
    rules: [
      'externalId = [Employee ID]',
      'employeeNumber = [Employee ID]',
      'emails = [Email]',
      'userName = [Email]',
      'name.givenName = [First Name]',
      'name.familyName = [Last Name]',
      'displayName = Join(" ", [First Name], [Last Name])',
      'active = Switch([Status], , "Active", "True", "Inactive", "False")',
    ],
    proposed: ['phoneNumbers = [Home Phone]'],
    unused: [
      'Emergency Contact Name',
      'Emergency Contact Phone',
      'Spouse First Name',
      'Recruiter',
      'HR Manager',
      'Previous Last Name',
      'Bank Name',
    ],
  },
  {
    name: 'Names of things at work',
    table: `
Emp No | Full Name | Team Name | Location Name | Job Family Name | Pay Group Name | Grade Name | Cost Centre Name | Company Name | Project Name | Position ID | Job Status | Work e-mail | Employment Status
N1 | Xenia Yates | Blue | Leeds | Ops | Monthly | G4 | Depot | Wingtip | Apollo | 90001 | Open | xenia.yates@wingtip.com | Current
N2 | Yusuf Zaman | Red | York | Ops | Weekly | G5 | Yard | Wingtip | Gemini | 90002 | Open | yusuf.zaman@wingtip.com | Left`,
    rules: [
      'externalId = [Emp No]',
      'employeeNumber = [Emp No]',
      'emails = [Work e-mail]',
      'userName = [Work e-mail]',
      'displayName = [Full Name]',
      'active = Switch([Employment Status], , "Current", "True", "Left", "False")',
      'costCenter = [Cost Centre Name]',
      'organization = [Company Name]',
    ],
    proposed: [
      'name.givenName = Word([Full Name], 1, " ")',
      'name.familyName = Replace([Full Name], , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [
      'Team Name',
      'Location Name',
      'Job Family Name',
      'Pay Group Name',
      'Grade Name',
      'Project Name',
      'Position ID',
      'Job Status',
    ],
  },
  {
    name: 'A name with a number at its end',
    table: `
Staff ID | Staff Name | Mail ID | Reporting Manager ID | Current Status
K1 | Alma Brook K1 | alma.brook@contoso.com | K2 | Active
K2 | Bela Crane K2 | bela.crane@contoso.com |  | Active
K3 | Cyril Dent K3 | cyril.dent@contoso.com | K2 | Resigned`,
    rules: [
      'externalId = [Staff ID]',
      'employeeNumber = [Staff ID]',
      'manager = [Reporting Manager ID]',
      'emails = [Mail ID]',
      'userName = [Mail ID]',
      'displayName = Replace([Staff Name], , "[\\\\s,]+[#/|]?\\\\S*\\\\d\\\\S*\\\\s*$", , "", , )',
      'active = Switch([Current Status], , "Active", "True", "Resigned", "False")',
    ],
    proposed: [
      'name.givenName = Word(Replace([Staff Name], , "[\\\\s,]+[#/|]?\\\\S*\\\\d\\\\S*\\\\s*$", , "", , ), 1, " ")',
      'name.familyName = Replace(Replace([Staff Name], , "[\\\\s,]+[#/|]?\\\\S*\\\\d\\\\S*\\\\s*$", , "", , ), , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [],
  },
  {
    name: 'Login names and addresses that differ',
    table: `
Employee ID | Login Name | Email | Display Name | Active
1 | zx01 | dora.elm@contoso.com | Dora Elm | 1
2 | zx02 | egon.fink@contoso.com | Egon Fink | 0`,
    rules: [
      'externalId = [Employee ID]',
      'employeeNumber = [Employee ID]',
      'emails = [Email]',
      'userName = [Email]',
      'displayName = [Display Name]',
      'active = Switch([Active], , "1", "True", "0", "False")',
    ],
    proposed: [
      'name.givenName = Word([Display Name], 1, " ")',
      'name.familyName = Replace([Display Name], , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: [],
  },
  {
    name: 'Login names and no addresses',
    table: `
Personalnummer | Anmeldename | Name | Vorname | Ausgeschieden
1 | felixg | Gruber | Felix | nein
2 | gabih | Huber | Gabi | ja`,
    rules: [
      'externalId = [Personalnummer]',
      'employeeNumber = [Personalnummer]',
      'name.givenName = [Vorname]',
      'name.familyName = [Name]',
      'displayName = Join(" ", [Vorname], [Name])',
    ],
    proposed: [
      'userName = Join("@", ToLower([Anmeldename]), "example.com")',
      'active = Switch([Ausgeschieden], , "nein", "True", "ja", "False")',
    ],
    unused: [],
  },
  {
    name: 'German month and day in small numbers',
    table: `
Personalnr. | Zuname | Rufname | Firmen-E-Mail | Stellenbezeichnung | Kostenstellenbezeichnung | Eintritt | Austritt | Gelöscht
1 | Imhof | Hanna | hanna.imhof@proseware.de | Pflegerin | Station 1 | 01.02.2020 |  | 0
2 | Jost | Iven | iven.jost@proseware.de | Pfleger | Station 2 | 03.04.2021 | 05.06.2023 | 1`,
    rules: [
      'externalId = [Personalnr.]',
      'employeeNumber = [Personalnr.]',
      'emails = [Firmen-E-Mail]',
      'userName = [Firmen-E-Mail]',
      'name.givenName = [Rufname]',
      'name.familyName = [Zuname]',
      'displayName = Join(" ", [Rufname], [Zuname])',
      'title = [Stellenbezeichnung]',
      'costCenter = [Kostenstellenbezeichnung]',
    ],
    proposed: [
      'active = Switch([Gelöscht], , "0", "True", "1", "False")',
      'HireDate = FormatDateTime([Eintritt], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Austritt], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Italian',
    table: `
Matricola | Cognome e nome | E-mail aziendale | Mansione | Matricola responsabile | Cessato
1 | Bianchi Carla | carla.bianchi@cohovino.it | Cantiniera | 2 | no
2 | Donati Elio | elio.donati@cohovino.it | Enologo |  | sì`,
    rules: [
      'externalId = [Matricola]',
      'employeeNumber = [Matricola]',
      'manager = [Matricola responsabile]',
      'emails = [E-mail aziendale]',
      'userName = [E-mail aziendale]',
      'displayName = [Cognome e nome]',
      'title = [Mansione]',
    ],
    proposed: [
      'name.givenName = Replace([Cognome e nome], , "^\\\\S+\\\\s+", , "", , )',
      'name.familyName = Word([Cognome e nome], 1, " ")',
      'active = Switch([Cessato], , "no", "True", "sì", "False")',
    ],
    unused: [],
  },
  {
    name: 'Portuguese',
    table: `
Matrícula | Nome do colaborador | E-mail corporativo | Nome do cargo | Centro de custo | Matrícula do gestor | Situação | Desligado
1 | Fábio Góis | fabio.gois@trey.com.br | Analista | D1 | 2 | Ativo | Não
2 | Helena Íris | helena.iris@trey.com.br | Gerente | D1 |  | Ativo | Não
3 | João Lins | joao.lins@trey.com.br | Analista | D2 | 2 | Desligado | Sim`,
    rules: [
      'externalId = [Matrícula]',
      'employeeNumber = [Matrícula]',
      'manager = [Matrícula do gestor]',
      'emails = [E-mail corporativo]',
      'userName = [E-mail corporativo]',
      'displayName = [Nome do colaborador]',
      'active = Switch([Situação], , "Ativo", "True", "Desligado", "False")',
      'title = [Nome do cargo]',
      'costCenter = [Centro de custo]',
    ],
    proposed: [
      'name.givenName = Word([Nome do colaborador], 1, " ")',
      'name.familyName = Replace([Nome do colaborador], , "^\\\\S+\\\\s+", , "", , )',
    ],
    unused: ['Desligado'],
  },
];
