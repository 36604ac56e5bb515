import { describe, expect, it } from 'vitest';
import { meaningsOf } from '../../../src/core/guess/headers/headerMeaning';

/** What a header means most likely, where it is sure enough for a rule. */
function surest(header: string): string | undefined {
  const [best] = [...meaningsOf(header)].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 0.8 ? best[0] : undefined;
}

describe('a header means the same in each spelling', () => {
  it.each([
    ['givenName', 'First Name, first_name, FIRSTNAME, firstName, Legal Name - First Name, Name: First, P0002-VORNA'],
    [
      'givenName',
      'Preferred Name - First, hr.employee.first_name, personalInfo/firstName, First Name (Legal), First_Name__c',
    ],
    ['familyName', 'Legal Name - Last Name, Last Name/Surname, Name_Last, PA0002_NACHN, Efternamn, Apellido(s)'],
    ['employeeNumber', 'Pers.-Nr., Personalnr., MA-Nr., PERSONNEL_NO, Matrícula, Ansattnr, Nº empleado'],
    ['externalId', 'EID, Employee.ID, workerId, PERNR, personInfo/personIdExternal, Employee #, File #'],
    ['manager', 'Supervisor EID, Manager Person Number, Reports To File Number, manager_personalnummer, lineManagerId'],
    [
      'manager',
      'Vorgesetzter: ID, Personalnummer Vorgesetzter, SUPERVISOREID, mgr_emp_no, Matricule N+1, Chef - anstnr',
    ],
    ['manager', 'Leidinggevende, jobInfo/managerId, Nærmeste leder, Jefe inmediato (ID), Manager (Worker ID)'],
    ['costCenter', 'Kostenstelle, CostCentreName, COST_CENTER, hr.cost_center.name, KOSTL, Kostnadsställe'],
    ['title', 'Job Name, Position Name, job_title, Stellenbez., STLTX, Befattning, Intitulé du poste, Functie'],
    ['hireDate', 'BEGDA, Date of Joining, startDate, Anställningsdatum, Datum in dienst, Eintritt'],
    [
      'email',
      'EMAIL_ADDR, Adresse électronique, E-mailadres werk, Indirizzo di posta elettronica, mail_addr, E-Mail-Adr., Рабочая почта, 公司邮箱, E-mail służbowy, EepAddressEMail',
    ],
    [
      'hireDate',
      'In dienst, In dienst sinds, Anställd från, Ansat fra, Date Started, Fecha de incorporación, Data assunzione',
    ],
    [
      'leaveDate',
      'Uit dienst, In dienst tot, Anställd till, DOL, Fecha de egreso, Data cessazione, Дата увольнения, 离职日期',
    ],
    ['secondFamilyName', 'Apellido 2, Segundo Apellido, Apellido materno, Second Surname, APELLIDO_2'],
    ['externalId', 'Табельный номер, 工号, 사번, Osobní číslo, Numer pracownika, Törzsszám, Sicil No, Staff Ref'],
    [
      'manager',
      '直属上级工号, Numer przełożonego, Osobní číslo nadřízeného, Руководитель (табельный номер), Line Manager Ref',
    ],
    ['active', 'Worker Status, emplStatus, Active?, Er aktiv, Aktiv (J/N), STAT2'],
  ])('%s: %s', (meaning, headers) => {
    const wrong = headers
      .split(', ')
      .filter((header) => ![...meaningsOf(header)].some(([each, weight]) => each === meaning && weight >= 0.8));
    expect(wrong).toEqual([]);
  });
});

describe('a header that names somebody or something else', () => {
  it.each([
    [
      'the manager, and not how to find them',
      'Manager Level, Is Manager, Manager Title, HR Manager ID, Second Level Manager ID, Matrix Manager',
    ],
    [
      'other people',
      'Spouse First Name, Emergency Contact Name, Previous Last Name, Maiden Name, Mentor ID, Recruiter Name',
    ],
    [
      'numbers of the state or a bank',
      'SSN, National ID, Tax ID, Personnummer, Passport Number, Bank Account Number, GBDAT',
    ],
    [
      'things at work',
      'Team Name, Grade Name, Pay Group Name, Location Name, Site Name, Project Name, Shift Name, Job Family Name',
    ],
    [
      'mail that is not an address',
      'Mail Stop, Mail Code, Mailing Address Type, Email Opt Out, Email Status, E-mail template',
    ],
    ['heads of departments', '部门主管, 上级部门'],
    ['another status', 'Marital Status, Visa Status, Job Status, Status Date, Status Reason'],
  ])('says nothing: %s (%s)', (_, headers) => {
    expect(headers.split(', ').filter((header) => surest(header) !== undefined)).toEqual([]);
  });

  it.each([
    'Job Name',
    'Position Name',
    'Cost Center Name',
    'Kostenstellenbezeichnung',
    'Department Name',
    'Company Name',
  ])('is never taken for a name of the person: %s', (header) => {
    const names = ['displayName', 'givenName', 'familyName', 'nickName'];
    expect([...meaningsOf(header).keys()].filter((meaning) => names.includes(meaning))).toEqual([]);
  });

  it.each(['Manager First Name', 'Reports To Legal Last Name', 'Vorgesetzter: E-Mail', 'Manager Username'])(
    'is about the manager alone: %s',
    (header) => {
      expect([...meaningsOf(header).keys()]).toEqual(['manager']);
    },
  );
});
