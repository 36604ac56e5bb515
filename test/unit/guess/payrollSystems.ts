import type { HrSystem } from './hrSystems';

/** More extracts as {@link HrSystem} describes them: of payroll systems of several countries, in their languages and with their codes. */
export const PAYROLL_SYSTEMS: readonly HrSystem[] = [
  {
    name: 'AFAS with the days of joining and leaving in In dienst and Uit dienst',
    table: `
Medewerker | Naam | Voornaam | Tussenvoegsel | Achternaam | Functie | Afdeling | Leidinggevende | In dienst | Uit dienst | E-mailadres werk | E-mailadres privé
1001 | Jan de Boer | Jan | de | Boer | Planner | Logistiek | 1003 | 01-02-2019 |  | jan.deboer@contosobv.nl | jan@gmail.com
1002 | Els Vink | Els |  | Vink | Inkoper | Inkoop | 1003 | 15-08-2020 | 31-12-2024 | els.vink@contosobv.nl | els@gmail.com
1003 | Kees van Dam | Kees | van | Dam | Directeur | Directie |  | 01-01-2010 |  | kees.vandam@contosobv.nl | `,
    rules: [
      'externalId = [Medewerker]',
      'employeeNumber = [Medewerker]',
      'manager = [Leidinggevende]',
      'emails = [E-mailadres werk]',
      'userName = [E-mailadres werk]',
      'name.givenName = [Voornaam]',
      'name.familyName = Join(" ", [Tussenvoegsel], [Achternaam])',
      'displayName = [Naam]',
      'title = [Functie]',
      'department = [Afdeling]',
    ],
    proposed: [
      'HireDate = FormatDateTime([In dienst], , "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Uit dienst], , "dd-MM-yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['E-mailadres privé'],
  },
  {
    name: 'Dutch payroll where In dienst says yes or no',
    table: `
Personeelsnr | Roepnaam | Achternaam | In dienst | Datum in dienst | Datum uit dienst | E-mail werk | Afd. | Functieomschr. | Leidinggevende personeelsnr
1 | Jan | Boer | Ja | 2019-01-01 |  | jan@contoso.nl | Log | Planner | 3
2 | Els | Vink | Nee | 2018-01-01 | 2024-01-01 | els@contoso.nl | Ink | Inkoper | 3
3 | Kees | Dam | Ja | 2010-01-01 |  | kees@contoso.nl | Dir | Directeur | `,
    rules: [
      'externalId = [Personeelsnr]',
      'employeeNumber = [Personeelsnr]',
      'manager = [Leidinggevende personeelsnr]',
      'emails = [E-mail werk]',
      'userName = [E-mail werk]',
      'name.givenName = [Roepnaam]',
      'name.familyName = [Achternaam]',
      'displayName = Join(" ", [Roepnaam], [Achternaam])',
      'active = Switch([In dienst], , "Ja", "True", "Nee", "False")',
      'title = [Functieomschr.]',
      'department = [Afd.]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Datum in dienst], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Datum uit dienst], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'UKG with codes, including an undecided one',
    table: `
Employee Number | First Name | Last Name | Employment Status Code | Job Title | Department | Supervisor Employee Number | EMAIL_ADDR | Hire Date | Term Date
200100 | Ann | Lee | A | Clerk | Finance | 200102 | ann.lee@wingtip.com | 01/15/2018 | 
200101 | Bob | Ray | T | Clerk | Finance | 200102 | bob.ray@wingtip.com | 03/02/2015 | 11/30/2024
200102 | Cy | Oda | L | Manager | Finance |  | cy.oda@wingtip.com | 12/01/2010 | `,
    rules: [
      'externalId = [Employee Number]',
      'employeeNumber = [Employee Number]',
      'manager = [Supervisor Employee Number]',
      'emails = [EMAIL_ADDR]',
      'userName = [EMAIL_ADDR]',
      'name.givenName = [First Name]',
      'name.familyName = [Last Name]',
      'displayName = Join(" ", [First Name], [Last Name])',
      'title = [Job Title]',
      'department = [Department]',
    ],
    proposed: [
      'active = Switch([Employment Status Code], , "A", "True", "T", "False", "L", "?")',
      'HireDate = FormatDateTime([Hire Date], , "MM/dd/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Term Date], , "MM/dd/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'UKG Pro with the names of its tables',
    table: `
EEID | COID | EecEmplStatus | EepNameFirst | EepNameLast | EepAddressEMail | EecJobTitle | EecSupervisorID | EecDateOfOriginalHire | EecDateOfTermination | EecOrgLvl1
AAA1 | C1 | A | Ann | Lee | ann@contoso.com | Clerk | AAA3 | 2019-01-15 |  | OPS
AAA2 | C1 | T | Bob | Ray | bob@contoso.com | Clerk | AAA3 | 2018-02-15 | 2024-06-30 | OPS
AAA3 | C1 | L | Cy | Oda | cy@contoso.com | Chief |  | 2010-03-15 |  | OPS`,
    rules: [
      'externalId = [EEID]',
      'employeeNumber = [EEID]',
      'manager = [EecSupervisorID]',
      'emails = [EepAddressEMail]',
      'userName = [EepAddressEMail]',
      'name.givenName = [EepNameFirst]',
      'name.familyName = [EepNameLast]',
      'displayName = Join(" ", [EepNameFirst], [EepNameLast])',
      'title = [EecJobTitle]',
    ],
    proposed: [
      'active = Switch([EecEmplStatus], , "A", "True", "T", "False", "L", "?")',
      'HireDate = FormatDateTime([EecDateOfOriginalHire], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([EecDateOfTermination], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['COID', 'EecOrgLvl1'],
  },
  {
    name: 'Russian payroll',
    table: `
Табельный номер | Фамилия | Имя | Отчество | Должность | Подразделение | Руководитель | Табельный номер руководителя | Электронная почта | Статус | Дата приема | Дата увольнения
0001 | Иванов | Иван | Петрович | Инженер | ИТ | Петрова Анна | 0002 | i.ivanov@contoso.ru | Работает | 01.02.2019 | 
0002 | Петрова | Анна | Сергеевна | Директор | ИТ |  |  | a.petrova@contoso.ru | Работает | 11.05.2012 | 
0003 | Сидоров | Олег | Ильич | Инженер | ИТ | Петрова Анна | 0002 | o.sidorov@contoso.ru | Уволен | 01.03.2018 | 30.06.2024`,
    rules: [
      'externalId = [Табельный номер]',
      'employeeNumber = [Табельный номер]',
      'manager = [Табельный номер руководителя]',
      'emails = [Электронная почта]',
      'userName = [Электронная почта]',
      'name.givenName = [Имя]',
      'name.familyName = [Фамилия]',
      'name.middleName = [Отчество]',
      'displayName = Join(" ", [Имя], [Фамилия])',
      'active = Switch([Статус], , "Работает", "True", "Уволен", "False")',
      'title = [Должность]',
      'department = [Подразделение]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Дата приема], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Дата увольнения], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Руководитель'],
  },
  {
    name: 'Chinese payroll',
    table: `
工号 | 姓名 | 姓 | 名 | 部门 | 职位 | 直属上级工号 | 邮箱 | 状态 | 入职日期 | 离职日期
10001 | 王伟 | 王 | 伟 | 财务部 | 会计 | 10003 | wang.wei@contoso.cn | 在职 | 2019-03-01 | 
10002 | 李娜 | 李 | 娜 | 财务部 | 出纳 | 10003 | li.na@contoso.cn | 离职 | 2018-05-04 | 2024-01-31
10003 | 张敏 | 张 | 敏 | 财务部 | 总监 |  | zhang.min@contoso.cn | 在职 | 2012-09-01 | `,
    rules: [
      'externalId = [工号]',
      'employeeNumber = [工号]',
      'manager = [直属上级工号]',
      'emails = [邮箱]',
      'userName = [邮箱]',
      'name.givenName = [名]',
      'name.familyName = [姓]',
      'displayName = [姓名]',
      'active = Switch([状态], , "在职", "True", "离职", "False")',
      'title = [职位]',
      'department = [部门]',
    ],
    proposed: [
      'HireDate = FormatDateTime([入职日期], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([离职日期], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Japanese payroll with dates',
    table: `
社員番号 | 姓 | 名 | 部署 | 役職 | 上司社員番号 | メールアドレス | 在籍区分 | 入社年月日 | 退職年月日
1001 | 佐藤 | 健 | 営業部 | 課長 | 1003 | sato.ken@contoso.jp | 在籍 | 2019/04/01 | 
1002 | 鈴木 | 愛 | 営業部 | 主任 | 1001 | suzuki.ai@contoso.jp | 退職 | 2018/04/01 | 2024/03/31
1003 | 高橋 | 茂 | 営業部 | 部長 |  | takahashi@contoso.jp | 在籍 | 2005/04/01 | `,
    rules: [
      'externalId = [社員番号]',
      'employeeNumber = [社員番号]',
      'manager = [上司社員番号]',
      'emails = [メールアドレス]',
      'userName = [メールアドレス]',
      'name.givenName = [名]',
      'name.familyName = [姓]',
      'displayName = Join(" ", [姓], [名])',
      'active = Switch([在籍区分], , "在籍", "True", "退職", "False")',
      'title = [役職]',
      'department = [部署]',
    ],
    proposed: [
      'HireDate = FormatDateTime([入社年月日], , "yyyy/MM/dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([退職年月日], , "yyyy/MM/dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Polish payroll',
    table: `
Numer pracownika | Imię | Nazwisko | Stanowisko | Dział | Przełożony | Numer przełożonego | E-mail służbowy | Status | Data zatrudnienia | Data zwolnienia
501 | Jan | Kowalski | Kierownik | Sprzedaż | Ewa Nowak | 503 | jan.kowalski@contoso.pl | Aktywny | 2019-02-01 | 
502 | Ola | Zając | Asystent | Sprzedaż | Jan Kowalski | 501 | ola.zajac@contoso.pl | Nieaktywny | 2020-02-01 | 2024-05-31
503 | Ewa | Nowak | Dyrektor | Zarząd |  |  | ewa.nowak@contoso.pl | Aktywny | 2010-06-01 | `,
    rules: [
      'externalId = [Numer pracownika]',
      'employeeNumber = [Numer pracownika]',
      'manager = [Numer przełożonego]',
      'emails = [E-mail służbowy]',
      'userName = [E-mail służbowy]',
      'name.givenName = [Imię]',
      'name.familyName = [Nazwisko]',
      'displayName = Join(" ", [Imię], [Nazwisko])',
      'active = Switch([Status], , "Aktywny", "True", "Nieaktywny", "False")',
      'title = [Stanowisko]',
      'department = [Dział]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Data zatrudnienia], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Data zwolnienia], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Przełożony'],
  },
  {
    name: 'Czech payroll',
    table: `
Osobní číslo | Jméno | Příjmení | Pracovní pozice | Oddělení | Nadřízený | Osobní číslo nadřízeného | E-mail | Stav | Datum nástupu | Datum ukončení
71 | Jan | Novák | Vedoucí | Prodej | Eva Malá | 73 | jan.novak@contoso.cz | Aktivní | 1.2.2019 | 
72 | Petr | Dvořák | Asistent | Prodej | Jan Novák | 71 | petr.dvorak@contoso.cz | Neaktivní | 15.3.2020 | 31.5.2024
73 | Eva | Malá | Ředitel | Vedení |  |  | eva.mala@contoso.cz | Aktivní | 1.6.2010 | `,
    rules: [
      'externalId = [Osobní číslo]',
      'employeeNumber = [Osobní číslo]',
      'manager = [Osobní číslo nadřízeného]',
      'emails = [E-mail]',
      'userName = [E-mail]',
      'name.givenName = [Jméno]',
      'name.familyName = [Příjmení]',
      'displayName = Join(" ", [Jméno], [Příjmení])',
      'active = Switch([Stav], , "Aktivní", "True", "Neaktivní", "False")',
      'title = [Pracovní pozice]',
      'department = [Oddělení]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Datum nástupu], , "d.M.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Datum ukončení], , "d.M.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Nadřízený'],
  },
  {
    name: 'Spanish payroll with two family names and Alta and Baja',
    table: `
Código empleado | Nombre | Apellido 1 | Apellido 2 | Puesto | Departamento | Responsable | Alta/Baja | Fecha alta | Fecha baja | Correo electrónico
E1 | Ana | Gómez | Ruiz | Contable | Finanzas | E3 | Alta | 01/02/2019 |  | ana.gomez@contoso.es
E2 | Luis | Pérez | Sanz | Contable | Finanzas | E3 | Baja | 13/03/2018 | 30/06/2024 | luis.perez@contoso.es
E3 | Eva | Díaz | Gil | Directora | Finanzas |  | Alta | 01/09/2012 |  | eva.diaz@contoso.es`,
    rules: [
      'externalId = [Código empleado]',
      'employeeNumber = [Código empleado]',
      'manager = [Responsable]',
      'emails = [Correo electrónico]',
      'userName = [Correo electrónico]',
      'name.givenName = [Nombre]',
      'name.familyName = Join(" ", [Apellido 1], [Apellido 2])',
      'displayName = Join(" ", [Nombre], [Apellido 1], [Apellido 2])',
      'active = Switch([Alta/Baja], , "Alta", "True", "Baja", "False")',
      'title = [Puesto]',
      'department = [Departamento]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Fecha alta], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Fecha baja], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Mexican payroll where Baja may be sick leave',
    table: `
Nº Empleado | Nombre | Primer Apellido | Segundo Apellido | Correo | Estado | Jefe
1 | Ana | Gómez | Ruiz | ana@contoso.mx | Activo | 3
2 | Luis | Pérez |  | luis@contoso.mx | Baja | 3
3 | Eva | Díaz | Gil | eva@contoso.mx | Activo | `,
    rules: [
      'externalId = [Nº Empleado]',
      'employeeNumber = [Nº Empleado]',
      'manager = [Jefe]',
      'emails = [Correo]',
      'userName = [Correo]',
      'name.givenName = [Nombre]',
      'name.familyName = Join(" ", [Primer Apellido], [Segundo Apellido])',
      'displayName = Join(" ", [Nombre], [Primer Apellido], [Segundo Apellido])',
    ],
    proposed: ['active = Switch([Estado], , "Activo", "True", "Baja", "?")'],
    unused: [],
  },
  {
    name: 'French payroll',
    table: `
Matricule | Nom | Prénom | Adresse électronique | Fonction | Service | Responsable hiérarchique (matricule) | Date d'entrée | Date de sortie | Situation
M001 | Durand | Léa | lea.durand@contoso.fr | Comptable | Finance | M003 | 01/02/2019 |  | Présent
M002 | Petit | Marc | marc.petit@contoso.fr | Comptable | Finance | M003 | 15/03/2018 | 30/06/2024 | Sorti
M003 | Roux | Jean | jean.roux@contoso.fr | Directeur | Finance |  | 01/09/2012 |  | Présent`,
    rules: [
      'externalId = [Matricule]',
      'employeeNumber = [Matricule]',
      'manager = [Responsable hiérarchique (matricule)]',
      'emails = [Adresse électronique]',
      'userName = [Adresse électronique]',
      'name.givenName = [Prénom]',
      'name.familyName = [Nom]',
      'displayName = Join(" ", [Prénom], [Nom])',
      'active = Switch([Situation], , "Présent", "True", "Sorti", "False")',
      'title = [Fonction]',
    ],
    proposed: [
      'department = [Service]',
      'HireDate = FormatDateTime([Date d\'entrée], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Date de sortie], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Sage with a flag of leavers',
    table: `
Employee Reference | Surname | Forename | Known As | Job Title | Department | Line Manager Ref | Date Started | Date Left | Leaver | Email
S-100 | Hall | Tom | Tom | Welder | Works | S-102 | 01/02/2019 |  | N | tom.hall@contoso.co.uk
S-101 | Webb | Sue | Suzy | Welder | Works | S-102 | 13/03/2018 | 30/06/2024 | Y | sue.webb@contoso.co.uk
S-102 | Cole | Jim | Jim | Foreman | Works |  | 01/09/2012 |  | N | jim.cole@contoso.co.uk`,
    rules: [
      'externalId = [Employee Reference]',
      'employeeNumber = [Employee Reference]',
      'manager = [Line Manager Ref]',
      'emails = [Email]',
      'userName = [Email]',
      'name.givenName = [Forename]',
      'name.familyName = [Surname]',
      'displayName = Join(" ", [Forename], [Surname])',
      'title = [Job Title]',
      'department = [Department]',
    ],
    proposed: [
      'nickName = [Known As]',
      'active = Switch([Leaver], , "N", "True", "Y", "False")',
      'HireDate = FormatDateTime([Date Started], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Date Left], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Visma with the days of joining and leaving',
    table: `
Anställningsnr | Förnamn | Efternamn | Befattning | Avdelning | Chef | Chef anst.nr | E-post | Anställd från | Anställd till | Status
4001 | Lars | Berg | Säljare | Sälj | Eva Lund | 4003 | lars.berg@contoso.se | 2019-02-01 |  | Aktiv
4002 | Anna | Ek | Säljare | Sälj | Eva Lund | 4003 | anna.ek@contoso.se | 2018-03-15 | 2024-06-30 | Slutat
4003 | Eva | Lund | Chef | Sälj |  |  | eva.lund@contoso.se | 2012-09-01 |  | Aktiv`,
    rules: [
      'externalId = [Anställningsnr]',
      'employeeNumber = [Anställningsnr]',
      'manager = [Chef anst.nr]',
      'emails = [E-post]',
      'userName = [E-post]',
      'name.givenName = [Förnamn]',
      'name.familyName = [Efternamn]',
      'displayName = Join(" ", [Förnamn], [Efternamn])',
      'active = Switch([Status], , "Aktiv", "True", "Slutat", "False")',
      'title = [Befattning]',
      'department = [Avdelning]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Anställd från], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Anställd till], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Chef'],
  },
  {
    name: 'Italian payroll',
    table: `
Matricola | Cognome | Nome | Mansione | Reparto | Matricola Responsabile | Indirizzo di posta elettronica | Data assunzione | Data cessazione | Stato
90 | Rossi | Anna | Contabile | Finanza | 92 | anna.rossi@contoso.it | 01/02/2019 |  | In forza
91 | Bianchi | Luca | Contabile | Finanza | 92 | luca.bianchi@contoso.it | 15/03/2018 | 30/06/2024 | Cessato
92 | Verdi | Pia | Direttrice | Finanza |  | pia.verdi@contoso.it | 01/09/2012 |  | In forza`,
    rules: [
      'externalId = [Matricola]',
      'employeeNumber = [Matricola]',
      'manager = [Matricola Responsabile]',
      'emails = [Indirizzo di posta elettronica]',
      'userName = [Indirizzo di posta elettronica]',
      'name.givenName = [Nome]',
      'name.familyName = [Cognome]',
      'displayName = Join(" ", [Nome], [Cognome])',
      'active = Switch([Stato], , "In forza", "True", "Cessato", "False")',
      'title = [Mansione]',
      'department = [Reparto]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Data assunzione], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Data cessazione], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Short names of an in-house system',
    table: `
STAFF_NO | FNAME | SNAME | POS | DEPT | MGR_STAFF_NO | EMAIL_ADDR | DOJ | DOL | EMP_STAT
P01 | Ann | Lee | Clerk | Ops | P03 | ann@contoso.com | 20190115 |  | 1
P02 | Bob | Ray | Clerk | Ops | P03 | bob@contoso.com | 20180215 | 20240630 | 3
P03 | Cy | Oda | Chief | Ops |  | cy@contoso.com | 20100315 |  | 1`,
    rules: [
      'externalId = [STAFF_NO]',
      'employeeNumber = [STAFF_NO]',
      'manager = [MGR_STAFF_NO]',
      'emails = [EMAIL_ADDR]',
      'userName = [EMAIL_ADDR]',
      'name.givenName = [FNAME]',
      'name.familyName = [SNAME]',
      'displayName = Join(" ", [FNAME], [SNAME])',
      'department = [DEPT]',
    ],
    proposed: [
      'active = Switch([EMP_STAT], , "1", "?", "3", "?")',
      'title = [POS]',
      'HireDate = FormatDateTime([DOJ], , "yyyyMMdd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([DOL], , "yyyyMMdd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Hungarian payroll',
    table: `
Törzsszám | Vezetéknév | Keresztnév | Munkakör | Osztály | Felettes törzsszáma | E-mail cím | Belépés dátuma | Kilépés dátuma | Állapot
1 | Nagy | Anna | Könyvelő | Pénzügy | 3 | anna.nagy@contoso.hu | 2019.02.01 |  | Aktív
2 | Kiss | Béla | Könyvelő | Pénzügy | 3 | bela.kiss@contoso.hu | 2018.03.15 | 2024.06.30 | Kilépett
3 | Tóth | Éva | Igazgató | Pénzügy |  | eva.toth@contoso.hu | 2012.09.01 |  | Aktív`,
    rules: [
      'externalId = [Törzsszám]',
      'employeeNumber = [Törzsszám]',
      'manager = [Felettes törzsszáma]',
      'emails = [E-mail cím]',
      'userName = [E-mail cím]',
      'name.givenName = [Keresztnév]',
      'name.familyName = [Vezetéknév]',
      'displayName = Join(" ", [Keresztnév], [Vezetéknév])',
      'active = Switch([Állapot], , "Aktív", "True", "Kilépett", "False")',
      'title = [Munkakör]',
      'department = [Osztály]',
    ],
    proposed: [
      'HireDate = FormatDateTime([Belépés dátuma], , "yyyy.MM.dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Kilépés dátuma], , "yyyy.MM.dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Korean payroll',
    table: `
사번 | 성명 | 부서 | 직책 | 상사 사번 | 이메일 | 재직상태 | 입사일 | 퇴사일
1 | 김민수 | 재무팀 | 대리 | 3 | minsu@contoso.kr | 재직 | 2019-02-01 | 
2 | 이영희 | 재무팀 | 과장 | 3 | younghee@contoso.kr | 퇴직 | 2018-03-15 | 2024-06-30
3 | 박철수 | 재무팀 | 부장 |  | chulsoo@contoso.kr | 재직 | 2012-09-01 | `,
    rules: [
      'externalId = [사번]',
      'employeeNumber = [사번]',
      'manager = [상사 사번]',
      'emails = [이메일]',
      'userName = [이메일]',
      'displayName = [성명]',
      'active = Switch([재직상태], , "재직", "True", "퇴직", "False")',
      'title = [직책]',
      'department = [부서]',
    ],
    proposed: [
      'HireDate = FormatDateTime([입사일], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([퇴사일], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'Turkish payroll',
    table: `
Sicil No | Adı | Soyadı | Ünvan | Departman | Yönetici Sicil No | E-posta | İşe Giriş Tarihi | İşten Çıkış Tarihi | Durum
1 | Ayşe | Kaya | Uzman | Finans | 3 | ayse@contoso.com.tr | 01.02.2019 |  | Aktif
2 | Ali | Demir | Uzman | Finans | 3 | ali@contoso.com.tr | 15.03.2018 | 30.06.2024 | Pasif
3 | Can | Ak | Müdür | Finans |  | can@contoso.com.tr | 01.09.2012 |  | Aktif`,
    rules: [
      'externalId = [Sicil No]',
      'employeeNumber = [Sicil No]',
      'manager = [Yönetici Sicil No]',
      'emails = [E-posta]',
      'userName = [E-posta]',
      'name.givenName = [Adı]',
      'name.familyName = [Soyadı]',
      'displayName = Join(" ", [Adı], [Soyadı])',
      'active = Switch([Durum], , "Aktif", "True", "Pasif", "False")',
      'title = [Ünvan]',
      'department = [Departman]',
    ],
    proposed: [
      'HireDate = FormatDateTime([İşe Giriş Tarihi], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([İşten Çıkış Tarihi], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: [],
  },
  {
    name: 'DATEV with the address at home',
    table: `
Personalnummer | Name | Vorname | Geburtsdatum | Straße | PLZ | Ort | Eintrittsdatum | Austrittsdatum | Kostenstelle | Abteilung | Tätigkeit | E-Mail
00017 | Bauer | Ida | 12.04.1990 | Hauptstr. 5 | 80331 | München | 01.02.2019 |  | 100 | Vertrieb | Sachbearbeiterin | ida.bauer@contoso.de
00018 | Kraus | Max | 13.08.1985 | Seeweg 2 | 80333 | München | 15.03.2018 | 30.06.2024 | 100 | Vertrieb | Sachbearbeiter | max.kraus@contoso.de
00019 | Lang | Uta | 30.11.1970 | Am Hang 7 | 80335 | München | 01.09.2012 |  | 200 | Leitung | Geschäftsführerin | uta.lang@contoso.de`,
    rules: [
      'externalId = [Personalnummer]',
      'employeeNumber = [Personalnummer]',
      'emails = [E-Mail]',
      'userName = [E-Mail]',
      'name.givenName = [Vorname]',
      'name.familyName = [Name]',
      'displayName = Join(" ", [Vorname], [Name])',
      'title = [Tätigkeit]',
      'department = [Abteilung]',
      'costCenter = [Kostenstelle]',
    ],
    proposed: [
      'addresses.streetAddress = [Straße]',
      'addresses.locality = [Ort]',
      'addresses.postalCode = [PLZ]',
      'HireDate = FormatDateTime([Eintrittsdatum], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
      'TerminationDate = FormatDateTime([Austrittsdatum], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['Geburtsdatum'],
  },
  {
    name: 'Oracle HCM with names of columns of a report',
    table: `
PERSON_NUMBER | FULL_NAME | EMAIL_ADDRESS | ASSIGNMENT_STATUS_TYPE_CODE | JOB_NAME | DEPARTMENT_NAME | MANAGER_PERSON_NUMBER | EFFECTIVE_START_DATE | ACTUAL_TERMINATION_DATE
300 | Ann Lee | ann@contoso.com | ACTIVE | Clerk | Ops | 302 | 2019-01-15 | 
301 | Bob Ray | bob@contoso.com | INACTIVE | Clerk | Ops | 302 | 2018-02-15 | 2024-06-30
302 | Cy Oda | cy@contoso.com | SUSPENDED | Chief | Ops |  | 2010-03-15 | `,
    rules: [
      'externalId = [PERSON_NUMBER]',
      'employeeNumber = [PERSON_NUMBER]',
      'manager = [MANAGER_PERSON_NUMBER]',
      'emails = [EMAIL_ADDRESS]',
      'userName = [EMAIL_ADDRESS]',
      'displayName = [FULL_NAME]',
      'title = [JOB_NAME]',
      'department = [DEPARTMENT_NAME]',
    ],
    proposed: [
      'name.givenName = Word([FULL_NAME], 1, " ")',
      'name.familyName = Replace([FULL_NAME], , "^\\\\S+\\\\s+", , "", , )',
      'active = Switch([ASSIGNMENT_STATUS_TYPE_CODE], , "ACTIVE", "True", "INACTIVE", "False", "SUSPENDED", "?")',
      'TerminationDate = FormatDateTime([ACTUAL_TERMINATION_DATE], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")',
    ],
    unused: ['EFFECTIVE_START_DATE'],
  },
  {
    name: 'Addresses in a column of another name',
    table: `
Employee ID | First Name | Last Name | Exchange | Status | Manager Exchange
1 | Ann | Lee | ann.lee@wingtip.com | Active | cy.oda@wingtip.com
2 | Bob | Ray | bob.ray@wingtip.com | Leaver | cy.oda@wingtip.com
3 | Cy | Oda | cy.oda@wingtip.com | Active | `,
    rules: [
      'externalId = [Employee ID]',
      'employeeNumber = [Employee ID]',
      'name.givenName = [First Name]',
      'name.familyName = [Last Name]',
      'displayName = Join(" ", [First Name], [Last Name])',
      'active = Switch([Status], , "Active", "True", "Leaver", "False")',
    ],
    proposed: ['emails = [Exchange]', 'userName = [Exchange]'],
    unused: ['Manager Exchange'],
  },
];
