/** An extract that an example of a mapping is run with. */
export interface ExampleExtract {
  /** The columns and rows that the example is about; those that needed rules read are added. */
  readonly rows: string;
  /** What the right mapping is run with, where the example corrects the extract. */
  readonly corrected?: string;
  /** The rows are the whole file: its first lines are what the example is about. */
  readonly isWhole?: true;
}

/** By code. All other examples of mappings have an extract of one record. `\xE9` is a byte in them. */
export const exampleExtracts: Readonly<Record<string, ExampleExtract>> = {
  'csv.delimiter.ambiguous': {
    rows: 'Id,a;User,b;Active\n1,x;ada@contoso.com,y;True',
    corrected: 'Id;User;Active;a,b\n1;ada@contoso.com;True;c,d',
    isWhole: true,
  },
  'csv.dialect.invalid': { rows: 'Id|User|Active\n1|ada@contoso.com|True', isWhole: true },
  'csv.encoding.misstated': { rows: 'Name\nMüller' },
  'csv.header.doubtful': {
    rows: 'Staff\n\nId;User;Active\n1;ada@contoso.com;True\n2;ben@contoso.com;True',
    isWhole: true,
  },
  'csv.header.missing': {
    rows: 'Staff\n\nId;User;Active',
    corrected: 'Staff\n\nId;User;Active\n1;ada@contoso.com;True',
    isWhole: true,
  },
  'expression.nesting': { rows: 'A\nada@contoso.com' },
  'expression.unknown-function': { rows: 'UserID\nada@contoso.com' },
  'map.column.missing': { rows: 'Job Title\nClerk' },
  'mapping.ambiguous-column': {
    rows: 'Job Title;Job_Title\nClerk;Clerk',
    corrected: 'Job Title;Former Title\nClerk;Clerk',
  },
  'mapping.duplicate-source': { rows: 'Staff\nId;User;Active\n1;ada@contoso.com;True', isWhole: true },
  'mapping.setting-value': { rows: 'Staff\nId;User;Active\n1;ada@contoso.com;True', isWhole: true },
  'mapping.unknown-column': { rows: 'Job Title\nClerk' },
  'mapping.unused-column': { rows: 'WorkerID;Department\n701984;Sales' },
  'value.bidi': { rows: 'Name\nAda\u202E' },
  'value.binary.invalid': { rows: 'Badge\nA-17' },
  'value.bool.unknown': { rows: 'IsPrimary\nyes' },
  'value.control': { rows: 'Job\nClerk\u001B[2J' },
  'value.date.ambiguous': { rows: 'HireDate\n03/04/2026' },
  'value.date.invalid': { rows: 'HireDate\n31.12.2026' },
  'value.date.day-first': { rows: 'HireDate\n05.03.2024\n11.12.2023' },
  'value.date.without-zone': { rows: 'HireDate\n2026-12-31' },
  'value.display-name.missing': { rows: 'PreferredName;FirstName;LastName\nAda Lee;Ada;Lee\n;Ben;Ito' },
  'value.excel-error': { rows: 'Department\n#N/A' },
  'value.expression': { rows: 'Name;Start\nAda;n/a' },
  'value.hidden-char': { rows: 'WorkerID\nC10589 ' },
  'value.id.duplicate': { rows: 'PersonID;IsMainContract\n7;1\n7;0' },
  'value.id.lost-zeros': { rows: 'WorkerID\n00412\n413' },
  'value.id.missing': { rows: 'BadgeID;WorkerID\n17;701984\n;701985' },
  'value.id.near-duplicate': { rows: 'WorkerID\nc10589\nC10589' },
  'value.id.scientific': { rows: 'BadgeNo;WorkerID\n1.23457E+11;701984' },
  'value.too-large': { rows: `Notes\n${'-'.repeat(40)}` },
  'value.too-much-work': { rows: `Notes\n${'-'.repeat(100)}` },
  'value.id.too-long': { rows: `Notes;WorkerID\n${'x'.repeat(1025)};701984` },
  'value.manager.ring': { rows: 'Id;ManagerID\n1;2\n2;1', corrected: 'Id;ManagerID\n1;2\n2;' },
  'value.manager.self': { rows: 'Id;WorkerID;ManagerID\n1;1;1\n2;2;1' },
  'value.manager.unknown': { rows: 'Id;ManagerName;ManagerID\n1;;\n2;Ada;1' },
  'value.missing': { rows: 'Mail;UserID\nada@contoso.com;ada\n;ben' },
  'value.mojibake': { rows: 'Name\nM\\xC3\\xBCller' },
  'value.never-filled': { rows: `Nickname;PreferredName${'\n;Ada'.repeat(20)}` },
  'value.nothing-left': { rows: 'WorkerType\nEmployee' },
  'value.number.invalid': { rows: 'Grade\n7th' },
  'value.replacement-char': { rows: 'Name\nM\uFFFDller', corrected: 'Name\nM\\xFCller' },
  'value.date.other-form': { rows: 'HireDate\n2026-05-01\n2026-05-1' },
  'value.manager.other-column': {
    rows: 'WorkerID;Mail;ManagerMail;ManagerID\n1;ada@x.example;;\n2;ben@x.example;ada@x.example;1',
  },
  'value.manager.other-form': { rows: 'WorkerID;ManagerID\nE417;\nE418;E417' },
  'value.status.all-disabled': { rows: 'Status\nEmployed\nEmployed' },
  'value.status.by-default': { rows: 'Status\nActive\nLeave\nRetired' },
  'value.status.constant': { rows: 'Status\nActive\nLeft' },
  'value.status.left-out': { rows: 'Status\nActive\nLeft' },
  'value.status.opposite': { rows: 'IsTerminated\nFalse\nTrue' },
  'value.status.undecided': { rows: 'Status\nActive\nLeave\nTerminated' },
  'value.too-long': { rows: `JobDescription\n${'x'.repeat(129)}` },
  'value.user-name.characters': { rows: 'Name\nZoë Müller' },
  'value.user-name.duplicate': { rows: 'FirstName;LastName;UserID\nAda;Lee;ada1\nAda;Lee;ada2' },
  'value.user-name.invalid': { rows: 'UserID\nzoe@fabrikam.com' },
  'value.user-name.too-long': { rows: `FullName\n${'x'.repeat(65)}` },
  'value.doubtful-text': { rows: 'Office\nUlm 2' },
  'value.user-name.without-at': { rows: 'UserID\nada' },
};
