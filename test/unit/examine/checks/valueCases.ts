/** An extract and a mapping, in which the kind is found or not. */
export interface ValueCase {
  readonly mapping: string;
  readonly csv: string;
  /** `count@line`. */
  readonly finds?: string;
}

const ID = 'externalId = [Id]\n';
const STATUS = `${ID}active = Switch([Job], , "Here", "True", "Gone", "False")\n`;
const MANAGER = `${ID}urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [Boss]\n`;

function rows(header: string, ...lines: readonly string[]): string {
  return [header, ...lines, ''].join('\n');
}

/** Ten records with the same cells. */
function ten(header: string, cells: string): string {
  return rows(header, ...Array.from({ length: 10 }, (_, index) => `${index},${cells}`));
}

/** Each letter "a" becomes the whole text, so many times. */
function multiplied(text: string, times: number): string {
  return times === 0 ? text : `Replace(${multiplied(text, times - 1)}, "a", , , ${text}, , )`;
}

const fiveTimes = ['title', 'nickName', 'displayName', 'userType', 'preferredLanguage']
  .map((name) => `${name} = Left(${multiplied('[Name]', 2)}, 9)`)
  .join('\n');

/** By code: where the kind is found, and where it must not be. */
export const valueCases: Readonly<
  Record<string, { readonly fires: readonly ValueCase[]; readonly silent: readonly ValueCase[] }>
> = {
  'csv.row.field-count': {
    fires: [{ mapping: ID, csv: rows('Id,Name', '1,Ana', '2', '3,Ben', '4,Cem,5'), finds: '2@3' }],
    silent: [{ mapping: ID, csv: rows('Id,Name', '1,Ana', '2,"Ben, Jr."') }],
  },
  'csv.no-rows': {
    fires: [{ mapping: ID, csv: 'Id,Name\n', finds: '1@1' }],
    silent: [{ mapping: ID, csv: 'Id,Name\n1,Ana\n' }],
  },
  'csv.blank-rows': {
    fires: [{ mapping: ID, csv: rows('Id,Name', '1,Ana', ',', '2,Ben'), finds: '1@3' }],
    silent: [{ mapping: ID, csv: rows('Id,Name', '1,Ana', '2,') }],
  },
  'csv.newline.mixed': {
    fires: [{ mapping: ID, csv: 'Id,Name\n1,Ana\r\n2,Ben\r\n', finds: '1@2' }],
    silent: [{ mapping: ID, csv: 'Id,Name\r\n1,Ana\r\n2,Ben\r\n' }],
  },
  'value.nothing-left': {
    fires: [
      { mapping: `where [Type] = "employee"\n${ID}`, csv: rows('Id,Type', '1,Employee', '2,Intern'), finds: '2' },
      { mapping: 'externalId = IIF([Type] = "x", [Id], IgnoreObjectFlow)', csv: rows('Id,Type', '1,y'), finds: '1' },
      {
        mapping: `where [Type] = "a"\nwhere [Id] = "0"\n${ID}`,
        csv: rows('Id,Type', '1,a', '2,b', '3,b'),
        finds: '3',
      },
      // A row that cannot be read does not hide the findings of the others
      { mapping: `where [Type] = "x"\n${ID}`, csv: rows('Id,Type', '1,y', '2'), finds: '1' },
    ],
    silent: [
      { mapping: `where [Type] = "Employee"\n${ID}`, csv: rows('Id,Type', '1,Employee', '2,Intern') },
      { mapping: `where [Type] = "x"\n${ID}`, csv: 'Id,Type\n' },
    ],
  },
  'value.status.left-out': {
    fires: [
      {
        mapping: `where [Job] <> "Gone"\n${STATUS}`,
        csv: rows('Id,Job', '1,Here', '2,Gone', '3,Here', '4,Gone'),
        finds: '2@3',
      },
      // A leaver is in the first row
      { mapping: `where [Job] = "Here"\n${STATUS}`, csv: rows('Id,Job', '1,Gone', '2,Here'), finds: '1@2' },
      // A word that nobody names, where no other leaver passes
      {
        mapping: `where [Job] = "Here"\n${ID}active = IIF([Job] = "Here", "True", "False")`,
        csv: rows('Id,Job', '1,Here', '2,Finished'),
        finds: '1@3',
      },
      // A date is not a word that a rule could name; the other leaver who passes changes nothing
      {
        mapping: `where [Job] <> "Terminated"\n${ID}active = Switch([Left On], "False", "", "True")`,
        csv: rows('Id,Job,Left On', '1,Active,', '2,Terminated,2024-05-31', '3,Active,2024-06-30'),
        finds: '1@3',
      },
      {
        mapping: `where IsNullOrEmpty([Left On])\n${ID}active = Switch([Left On], "False", "", "True")`,
        csv: rows('Id,Left On', '1,', '2,31.05.2024'),
        finds: '1@3',
      },
      // Another column says the same
      {
        mapping: `where IsNullOrEmpty([Exit Date])\n${STATUS}`,
        csv: rows('Id,Job,Exit Date', '1,Here,', '2,Gone,2026-01-31'),
        finds: '1@3',
      },
      {
        mapping: `externalId = IIF([Job] = "Gone", IgnoreObjectFlow, [Id])\nactive = Switch([Job], , "Here", "True", "Gone", "False")`,
        csv: rows('Id,Job', '1,Here', '2,Gone'),
        finds: '1@3',
      },
      // Only the one who works here for no other reason
      {
        mapping: `where [Job] = "Here"\nwhere [Type] = "Staff"\n${STATUS}`,
        csv: rows('Id,Job,Type', '1,Here,Staff', '2,Gone,Staff', '3,Gone,Guest', '4,Here,Guest'),
        finds: '1@3',
      },
    ],
    silent: [
      // Left out for another reason
      {
        mapping: `where [Kind] <> "Contractor"\n${ID}active = Switch([Left On], "False", "", "True")`,
        csv: rows('Id,Kind,Left On', '1,Employee,', '2,Contractor,2024-05-31', '3,Employee,2024-06-30'),
      },
      // Guests are left out, whether they have left or not
      {
        mapping: `where [Type] = "Staff"\n${STATUS}`,
        csv: rows('Id,Job,Type', '1,Here,Staff', '2,Gone,Guest', '3,Here,Guest', '4,Gone,Staff'),
      },
      { mapping: `where [Type] = "Staff"\n${STATUS}`, csv: rows('Id,Job,Type', '1,Here,Staff', '2,Gone,Guest') },
      // Who is left out is not one that active disables
      {
        mapping: `where [Job] <> "Applicant"\n${ID}active = Switch([Job], , "Here", "True", "Gone", "False", "Applicant", "True")`,
        csv: rows('Id,Job', '1,Here', '2,Applicant', '3,Gone'),
      },
      // Leavers pass, and an applicant has no account
      {
        mapping: `where [Job] <> "Applicant"\n${ID}active = Switch([Job], "False", "Here", "True")`,
        csv: rows('Id,Job', '1,Here', '2,Applicant', '3,Gone'),
      },
      { mapping: `where [Job] <> "Gone"\n${ID}active = "True"`, csv: rows('Id,Job', '1,Here', '2,Gone') },
      { mapping: STATUS, csv: rows('Id,Job', '1,Here', '2,Gone') },
    ],
  },
  'value.id.missing': {
    fires: [
      { mapping: ID, csv: rows('Id,Name', '1,Ana', ',Ben', ' ,Cem'), finds: '2@3' },
      { mapping: `source csv { empty = "NULL" }\n${ID}`, csv: rows('Id,Name', 'NULL,Ana'), finds: '1@2' },
    ],
    silent: [
      { mapping: ID, csv: rows('Id,Name', '1,Ana', 'NULL,Ben') },
      { mapping: `where [Name] <> "Ben"\n${ID}`, csv: rows('Id,Name', '1,Ana', ',Ben') },
    ],
  },
  'value.missing': {
    fires: [
      { mapping: 'userName = [User]', csv: rows('Id,User', '1,a@b', '2,'), finds: '1@3' },
      { mapping: 'title = [Job] @empty(error)', csv: rows('Id,Job', '1,', '2,x', '3,'), finds: '2@2' },
    ],
    silent: [
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,', '2,x') },
      { mapping: 'active = [Status]', csv: rows('Id,Status', '1,', '2,True') },
    ],
  },
  'value.id.duplicate': {
    fires: [
      { mapping: ID, csv: rows('Id,Name', '1,Ana', '2,Ben', '1,Cem', '1,Dan', '2,Eve'), finds: '3@4' },
      { mapping: 'externalId = "7"', csv: rows('Id,Name', '1,Ana', '2,Ben'), finds: '1@3' },
    ],
    silent: [
      { mapping: ID, csv: rows('Id,Name', 'a,Ana', 'A,Ben', ',Cem', ',Dan') },
      { mapping: `where [Name] <> "Cem"\n${ID}`, csv: rows('Id,Name', '1,Ana', '1,Cem') },
      { mapping: 'externalId = "7"', csv: rows('Id,Name', '1,Ana') },
    ],
  },
  'value.user-name.duplicate': {
    fires: [{ mapping: 'userName = [User]', csv: rows('User,Name', 'Ana@b,1', 'ben@b,2', 'ana@b,3'), finds: '1@4' }],
    silent: [{ mapping: 'userName = [User]', csv: rows('User,Name', 'ana@b,1', 'ana@c,2') }],
  },
  'value.display-name.missing': {
    fires: [
      { mapping: `${ID}userName = [User]`, csv: rows('Id,User', '1,ana@b', '2,ben@b'), finds: '2' },
      { mapping: 'displayName = [Name]', csv: rows('Id,Name', '1,Ana', '2,', '3,'), finds: '2@3' },
      { mapping: 'displayName = [Name] @empty(null)', csv: rows('Id,Name', '1,Ana', '2,'), finds: '1@3' },
    ],
    silent: [
      { mapping: `${ID}userName = [User]\ndisplayName = [Name]`, csv: rows('Id,User,Name', '1,ana@b,Ana') },
      { mapping: `${ID}userName = [User]\ndisplayName = [Nmae]`, csv: rows('Id,User,Name', '1,ana@b,Ana') },
      { mapping: `${ID}active = [Active]`, csv: rows('Id,Active', '1,True') },
      { mapping: `where IsPresent([Name])\ndisplayName = [Name]`, csv: rows('Id,Name', '1,Ana', '2,') },
    ],
  },
  'value.user-name.without-at': {
    fires: [{ mapping: 'userName = [User]', csv: rows('User,Name', 'ana,1', 'ben@b,2', 'cem,3'), finds: '2@2' }],
    silent: [{ mapping: 'userName = Join("@", [User], "b.com")', csv: rows('User,Name', 'ana,1') }],
  },
  'value.user-name.characters': {
    fires: [
      { mapping: 'userName = [User]', csv: rows('User,Name', 'ana@b,1', 'zoë m@b,2'), finds: '1@3' },
      { mapping: 'userName = [User]', csv: rows('User,Name', 'ana.@b,1'), finds: '1@2' },
      { mapping: 'userName = [User]', csv: rows('User,Name', 'ana@x@b,1'), finds: '1@2' },
    ],
    silent: [
      { mapping: 'userName = [User]', csv: rows('User,Name', "o'neil-x_1.!#^~@b-c.de,1") },
      {
        mapping: 'userName = Join("@", NormalizeDiacritics(StripSpaces([User])), "b")',
        csv: rows('User,Name', 'Zoë M,1'),
      },
    ],
  },
  'value.user-name.too-long': {
    fires: [
      { mapping: 'userName = [User]', csv: rows('User,Name', `${'a'.repeat(65)}@b,1`), finds: '1@2' },
      { mapping: 'userName = [User]', csv: rows('User,Name', 'a@b,1', `a@${'b'.repeat(49)},1`), finds: '1@3' },
    ],
    silent: [{ mapping: 'userName = [User]', csv: rows('User,Name', `${'a'.repeat(64)}@${'b'.repeat(48)},1`) }],
  },
  'value.status.undecided': {
    fires: [
      {
        mapping: 'active = Switch([Status], , "Active", "True", "Left", "False")',
        csv: rows('Id,Status', '1,Active', '2,Leave', '3,', '4,Leave'),
        finds: '3@3',
      },
      { mapping: 'active = [Status]', csv: rows('Id,Status', '1,true', '2,yes'), finds: '1@3' },
    ],
    silent: [
      {
        mapping: 'active = Switch([Status], , "Active", "True", "Left", "False")',
        csv: rows('Id,Status', '1,Active', '2,Left'),
      },
      { mapping: 'active = [Status]', csv: rows('Id,Status', '1,TRUE', '2,false') },
      {
        mapping: 'where [Status] <> "Leave"\nactive = Switch([Status], , "Active", "True")',
        csv: rows('Id,Status', '1,Active', '2,Leave'),
      },
      {
        mapping: 'active = Switch([Status], IgnoreObjectFlow, "Active", "True")',
        csv: rows('Id,Status', '1,Active', '2,Leave'),
      },
    ],
  },
  'value.status.by-default': {
    fires: [
      {
        mapping: 'active = IIF([Status] = "Active", "True", "False")',
        csv: rows('Id,Status', '1,Active', '2,Leave', '3,', '4,Leave'),
        finds: '3@3',
      },
      // A word among dates
      {
        mapping: 'active = Switch([Left On], "False", "", "True")',
        csv: rows('Id,Left On', '1,', '2,2024-05-31', '3,unknown', '4,2024-06-30'),
        finds: '1@4',
      },
      // One word alone
      {
        mapping: 'active = Switch([Status], "False", "Active", "True")',
        csv: rows('Id,Status', '1,Active', '2,Sabbatical', '3,Active'),
        finds: '1@3',
      },
      // Differs in case alone
      {
        mapping: 'active = Switch([Status], "False", "Active", "True")',
        csv: rows('Id,Status', '1,Active', '2,active'),
        finds: '1@3',
      },
      // Who has left is enabled, because the word is another one
      {
        mapping: 'active = Switch([Status], "True", "Left", "False")',
        csv: rows('Id,Status', '1,Active', '2,Terminated'),
        finds: '1@3',
      },
    ],
    silent: [
      // Said of all of them
      {
        mapping: 'active = Switch([Status], "False", "Active", "True")',
        csv: rows('Id,Status', '1,Employed', '2,Employed', '3,Contract'),
      },
      // Dates cannot be named
      ...['2024-05-31', '31.05.2024', '20240531', '31-May-2024', '2024-05-31T00:00:00Z', '5/31/2024 12:00:00 AM'].map(
        (date) => ({
          mapping: 'active = Switch([Left On], "False", "", "True")',
          csv: rows('Id,Left On', '1,', `2,${date}`, `3,${date}`, '4,2023-01-31'),
        }),
      ),
      {
        mapping: 'active = IIF([Status] = "Active", "True", "False")',
        csv: rows('Id,Status', '1,Active', '2,Inactive'),
      },
      {
        mapping: 'active = Switch(ToLower([Status]), "True", "left", "False", "retired", "False")',
        csv: rows('Id,Status', '1,Active', '2,Left', '3,Retired'),
      },
      { mapping: 'active = IIF([Current] = "Yes", "True", "False")', csv: rows('Id,Current', '1,Yes', '2,No') },
      { mapping: 'active = IIF([Current] = "X", "True", "False")', csv: rows('Id,Current', '1,X', '2,') },
      {
        mapping: 'active = Switch(ToLower([Status]), "False", "active", "True")',
        csv: rows('Id,Status', '1,ACTIVE', '2,Terminated'),
      },
    ],
  },
  'value.status.all-disabled': {
    fires: [
      {
        mapping: 'active = Switch([Status], "False", "Active", "True")',
        csv: rows('Id,Status', '1,Employed', '2,Employed'),
        finds: '2@2',
      },
      {
        mapping: 'active = Switch([Status], "False", "Active", "True")',
        csv: rows('Id,Status', '1,Employed', '2,Employed', '3,Contract'),
        finds: '3@2',
      },
      { mapping: 'active = [Flag]', csv: rows('Id,Flag', '1,False', '2,False'), finds: '2@2' },
      { mapping: STATUS, csv: rows('Id,Job', '1,Gone'), finds: '1@2' },
    ],
    silent: [
      { mapping: STATUS, csv: rows('Id,Job', '1,Gone', '2,Here') },
      { mapping: STATUS, csv: rows('Id,Job', '1,Gone', '2,Sabbatical') },
      { mapping: STATUS, csv: rows('Id,Job') },
    ],
  },
  'value.status.constant': {
    fires: [
      {
        mapping: 'where IsNullOrEmpty([Term])\nactive = "True"',
        csv: rows('Id,Term', '1,', '2,2024-05-31'),
        finds: '2',
      },
      { mapping: 'active = "True"', csv: rows('Id,Uit dienst', '1,', '2,31-05-2024'), finds: '2' },
      { mapping: 'active = "True"', csv: rows('Id,Status', '1,Active', '2,Terminated'), finds: '2' },
      { mapping: 'active = "True"', csv: rows('Id,Inactive', '1,N', '2,Y'), finds: '2' },
      { mapping: 'active = "True"', csv: rows('Id,Exit Date', '1,', '2,2026-01-31'), finds: '2' },
      { mapping: 'active = "False"', csv: rows('Id,x', '1,aktiv', '2,ausgeschieden'), finds: '2' },
      {
        mapping: `where [Status] <> "Left"\nactive = "True"`,
        csv: rows('Id,Status', '1,Active', '2,Left'),
        finds: '2',
      },
    ],
    silent: [
      { mapping: 'active = "True"', csv: rows('Id,End Date', '1,', '2,31.12.2098') },
      { mapping: 'active = "True"', csv: rows('Id,Term', '1,Fixed', '2,Permanent') },
      { mapping: 'active = "True"', csv: rows('Id,Status', '1,Active', '2,Active') },
      { mapping: 'active = "True"', csv: rows('Id,Marital Status', '1,Single', '2,Married') },
      { mapping: 'active = "True"', csv: rows('Id,Hand', '1,left', '2,right', '3,right') },
      { mapping: 'active = "True"', csv: rows('Id,Remote', '1,Yes', '2,No') },
      {
        mapping: 'active = Switch([Status], , "Active", "True", "Left", "False")',
        csv: rows('Id,Status', '1,Active', '2,Left'),
      },
    ],
  },
  'value.status.opposite': {
    fires: [
      { mapping: 'active = [IsTerminated]', csv: rows('Id,IsTerminated', '1,False', '2,True', '3,'), finds: '2@2' },
      // Nobody has left so far, and the column still says the opposite
      { mapping: 'active = [account_disabled]', csv: rows('Id,account_disabled', '1,false', '2,false'), finds: '2@2' },
      {
        mapping: 'active = Switch([Ausgeschieden], , "ja", "True", "nein", "False")',
        csv: rows('Id,Ausgeschieden', '1,nein', '2,ja'),
        finds: '2@2',
      },
      {
        mapping: 'active = IIF([uit dienst] = "X", "True", "False")',
        csv: rows('Id,uit dienst', '1,X', '2,'),
        finds: '2@2',
      },
      { mapping: 'active = [isdeleted]', csv: rows('Id,isdeleted', '1,False', '2,TRUE', '3,False'), finds: '3@2' },
      {
        mapping: 'active = Switch([Active], , "Y", "False", "N", "True")',
        csv: rows('Id,Active', '1,Y', '2,Y'),
        finds: '2@2',
      },
      {
        mapping: 'active = Switch([Status], , "Active", "False", "Terminated", "True")',
        csv: rows('Id,Status', '1,Terminated', '2,Active', '3,Active'),
        finds: '3@2',
      },
      {
        mapping: 'active = IIF(IsPresent([Termination Date]), "True", "False")',
        csv: rows('Id,Termination Date', '1,2026-01-01', '2,'),
        finds: '2@2',
      },
      ...[
        'Term',
        'EndDate',
        'End Date',
        'TERMINATION_DT',
        'Uit dienst',
        'Data cessazione',
        'Fecha de baja',
        'Date de sortie',
        'Austritt',
      ].map((column) => ({
        mapping: `active = IsPresent([${column}])`,
        csv: rows(`Id,${column}`, '1,', '2,2024-05-31', '3,'),
        finds: '3@2',
      })),
    ],
    silent: [
      // Contracts that end later, and texts that are not dates
      {
        mapping: 'active = IsPresent([End Date])',
        csv: rows('Id,End Date', '1,', '2,9999-12-31', '3,20981231', '4,31 mai 2098'),
      },
      { mapping: 'active = IsPresent([Term])', csv: rows('Id,Term', '1,', '2,Fixed') },
      { mapping: 'active = IsNullOrEmpty([Term])', csv: rows('Id,Term', '1,', '2,31.05.2024') },
      { mapping: 'active = IsNullOrEmpty([Uit dienst])', csv: rows('Id,Uit dienst', '1,', '2,31-05-2024') },
      { mapping: 'active = IsPresent([Start])', csv: rows('Id,Start', '1,', '2,31-05-2024') },
      {
        mapping: 'active = Switch([IsTerminated], , "False", "True", "True", "False")',
        csv: rows('Id,IsTerminated', '1,False', '2,True'),
      },
      { mapping: 'active = IIF([Inactive] = "Y", "False", "True")', csv: rows('Id,Inactive', '1,Y', '2,', '3,N') },
      { mapping: 'active = [Active]', csv: rows('Id,Active', '1,True', '2,False') },
      { mapping: 'active = Switch([Employed], , "Y", "True", "N", "False")', csv: rows('Id,Employed', '1,Y', '2,N') },
      // Who is retired keeps the account
      {
        mapping: 'active = Switch([Status], , "Active", "True", "Retired", "True", "Terminated", "False")',
        csv: rows('Id,Status', '1,Active', '2,Retired', '3,Terminated'),
      },
      {
        mapping: 'active = Switch([Status], , "Retired", "True", "Leave", "False")',
        csv: rows('Id,Status', '1,Retired', '2,Leave'),
      },
      {
        mapping: 'active = IIF([Deleted] = "No", IIF([Status] = "Active", "True", "False"), "False")',
        csv: rows('Id,Deleted,Status', '1,No,Leave', '2,No,Leave'),
      },
      {
        mapping: 'active = IIF(IsPresent([Exit Date]), "False", "True")',
        csv: rows('Id,Exit Date', '1,2026-01-01', '2,'),
      },
      { mapping: 'active = "True"', csv: rows('Id,IsDeleted', '1,True') },
    ],
  },
  'value.date.invalid': {
    fires: [
      {
        mapping: 'urn:x:y:User:Hired = FormatDateTime([Hired], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
        csv: rows('Id,Hired', '1,2026-11-01', '2,01.11.2026', '3,02.11.2026', '4,'),
        finds: '2@3',
      },
      { mapping: 'urn:x:y:User:Hired = [Hired] @type(DateTime)', csv: rows('Id,Hired', '1,2026-11-01'), finds: '1@2' },
      {
        mapping: 'active = IIF(DateDiff("d", CDate([Left]), CDate("2026-11-23")) > 0, "False", "True")',
        csv: rows('Id,Left', '1,soon'),
        finds: '1@2',
      },
    ],
    silent: [
      {
        mapping: 'urn:x:y:User:Hired = FormatDateTime([Hired], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
        csv: rows('Id,Hired', '1,01.11.2026', '2,'),
      },
    ],
  },
  'value.date.day-first': {
    fires: [
      {
        mapping: `${ID}title = CStr(CDate([Start]))\n`,
        csv: rows('Id,Start', '1,31.12.2023', '2,05.03.2024', '3,11.12.2023'),
        finds: '2@3',
      },
      { mapping: `${ID}title = CStr(CDate(Trim([Start])))\n`, csv: rows('Id,Start', '1, 5.3.24'), finds: '1@2' },
      {
        mapping: `${ID}title = CStr(CDate([Start]))\n`,
        csv: rows('Id,Start', '1,13/01/2024', '2,05/03/2024'),
        finds: '1@3',
      },
      {
        mapping: `${ID}title = CStr(DateDiff("d", [Start], Now()))\n`,
        csv: rows('Id,Start', '1,28-02-2024', '2,05-03-2024 08:30'),
        finds: '1@3',
      },
      {
        mapping: `where DateDiff("d", Now(), CDate([End])) > 0\n${ID}`,
        csv: rows('Id,End', '1,01.02.2019', '2,03.04.2199'),
        finds: '2@2',
      },
    ],
    silent: [
      // Read as it is meant, or unambiguous
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,2024-03-05', '2,2024-05-03') },
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,12/25/2023', '2,05/03/2024') },
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,05/03/2024', '2,06/04/2024') },
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,03.03.2024', '2,04.04.2024') },
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,05-Mar-2024', '2,5 May 2024') },
      { mapping: `${ID}title = CStr(CDate([Start]))\n`, csv: rows('Id,Start', '1,2024.03.05') },
      {
        mapping: `${ID}title = CStr(CDate(FormatDateTime([Start], , "dd.MM.yyyy", "yyyy-MM-dd")))\n`,
        csv: rows('Id,Start', '1,05.03.2024', '2,31.12.2023'),
      },
      { mapping: `${ID}title = [Start]\n`, csv: rows('Id,Start', '1,05.03.2024') },
    ],
  },
  'value.date.without-zone': {
    fires: [
      {
        mapping: 'urn:x:y:User:Hired = [Hired] @type(DateTime)',
        csv: rows('Id,Hired', '1,2026-11-01T08:00:00Z', '2,2026-11-01T08:00:00', '3,2026-11-01T08:00:00.5'),
        finds: '2@3',
      },
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,2026-11-01', '2,2026-11-02'), finds: '2@2' },
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,2026-11-01T08:00:00'), finds: '1@2' },
      { mapping: 'urn:x:y:User:Hired = "2026-11-01"', csv: rows('Id,Hired', '1,x', '2,y'), finds: '2@2' },
    ],
    silent: [
      { mapping: 'urn:x:y:User:Grade = "A1"', csv: rows('Id,Grade', '1,x') },
      {
        mapping: 'urn:x:y:User:Hired = [Hired] @type(DateTime) @empty(null)',
        csv: rows('Id,Hired', '1,2026-11-01T08:00:00-05:00', '2,'),
      },
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,2026-11-01T08:00:00Z', '2,n/a', '3,') },
      { mapping: 'title = [Hired]', csv: rows('Id,Hired', '1,2026-11-01') },
      { mapping: 'urn:x:y:User:Grade = [Grade]', csv: rows('Id,Grade', '1,A1', '2,20261101') },
    ],
  },
  'value.doubtful-text': {
    fires: [
      {
        mapping: 'timezone = [Zone]',
        csv: rows('Id,Zone', '1,Europe/Berlin', '2,2024-01-01', '3,(UTC+1) Rome'),
        finds: '2@3',
      },
      { mapping: 'locale = [Language]', csv: rows('Id,Language', '1,de-DE', '2,German'), finds: '1@3' },
      { mapping: 'locale = "Deutsch (CH)"', csv: rows('Id,Language', '1,x'), finds: '1@2' },
    ],
    silent: [
      { mapping: 'timezone = [Zone]', csv: rows('Id,Zone', '1,America/Port-au-Prince', '2,UTC', '3,Etc/GMT+5', '4,') },
      { mapping: 'locale = [Language]', csv: rows('Id,Language', '1,en', '2,pt_BR', '3,zh-Hans-CN', '4,') },
      { mapping: 'title = [Zone]', csv: rows('Id,Zone', '1,2024-01-01') },
      { mapping: 'urn:x:y:User:timezone = [Zone]', csv: rows('Id,Zone', '1,Room 4 b') },
    ],
  },
  'value.date.other-form': {
    fires: [
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,2026-11-01', '2,2026-11-2'), finds: '1@3' },
      {
        mapping: 'urn:x:y:User:Hired = [Hired]',
        csv: rows('Id,Hired', '1,2026-11-01T08:00:00Z', '2,01.11.2026'),
        finds: '1@3',
      },
      {
        mapping: 'urn:x:y:User:Hired = [Hired]',
        csv: rows('Id,Hired', '1,soon', ...[2, 3, 4, 5, 6].map((id) => `${id},2026-11-0${id}`)),
        finds: '1@2',
      },
    ],
    silent: [
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,2026-11-01', '2,', '3,2026-11-02') },
      { mapping: 'urn:x:y:User:Note = [Note]', csv: rows('Id,Note', '1,2026-11-01', '2,since spring', '3,10.2.4.1') },
      { mapping: 'urn:x:y:User:Hired = [Hired]', csv: rows('Id,Hired', '1,01.11.2026', '2,1.11.2026') },
    ],
  },
  'value.bool.unknown': {
    fires: [
      {
        mapping: 'emails[type eq "work"].primary = [Main]',
        csv: rows('Id,Main', '1,True', '2,yes', '3,1'),
        finds: '2@3',
      },
    ],
    silent: [
      { mapping: 'emails[type eq "work"].primary = [Main]', csv: rows('Id,Main', '1,True', '2,false', '3,') },
      { mapping: 'active = [Status]', csv: rows('Id,Status', '1,yes') },
    ],
  },
  'value.number.invalid': {
    fires: [{ mapping: 'urn:x:y:User:Grade = [Grade] @type(Integer)', csv: rows('Id,Grade', '1,7th'), finds: '1@2' }],
    silent: [{ mapping: 'urn:x:y:User:Grade = [Grade] @type(Integer)', csv: rows('Id,Grade', '1,7', '2,-12') }],
  },
  'value.binary.invalid': {
    fires: [{ mapping: 'urn:x:y:User:Badge = [Badge] @type(Binary)', csv: rows('Id,Badge', '1,A-17'), finds: '1@2' }],
    silent: [{ mapping: 'urn:x:y:User:Badge = [Badge] @type(Binary)', csv: rows('Id,Badge', '1,QS0xNw==') }],
  },
  'value.expression': {
    fires: [
      { mapping: 'nickName = Mid([Name], [Start], 1)', csv: rows('Name,Start', 'Ana,1', 'Ben,x'), finds: '1@3' },
      {
        mapping: `where DateDiff("d", CDate([Left]), CDate("2026-11-23")) > 0\n${ID}`,
        csv: rows('Id,Left', '1,2026-11-01', '2,soon'),
        finds: '1@3',
      },
    ],
    silent: [{ mapping: 'nickName = Mid([Name], [Start], 1)', csv: rows('Name,Start', 'Ana,1', 'Ben,2') }],
  },
  'value.too-large': {
    fires: [
      { mapping: `nickName = ${multiplied('[Name]', 3)}`, csv: rows('Name', 'a', 'a'.repeat(33)), finds: '1@3' },
      {
        mapping: `where ${multiplied('[Name]', 3)} <> "b"\n${ID}`,
        csv: rows('Id,Name', `1,${'a'.repeat(33)}`),
        finds: '1@2',
      },
    ],
    silent: [{ mapping: `nickName = ${multiplied('[Name]', 3)}`, csv: rows('Name', 'a'.repeat(31)) }],
  },
  'value.too-much-work': {
    fires: [{ mapping: fiveTimes, csv: rows('Name', 'a', 'a'.repeat(100)), finds: '1@3' }],
    silent: [{ mapping: fiveTimes, csv: rows('Name', 'a'.repeat(80)) }],
  },
  'value.too-long': {
    fires: [
      { mapping: ID, csv: rows('Id,Name', `${'7'.repeat(17)},Ana`, '1,Ben'), finds: '1@2' },
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,x', `2,${'j'.repeat(129)}`), finds: '1@3' },
    ],
    silent: [
      { mapping: ID, csv: rows('Id,Name', `${'7'.repeat(16)},Ana`) },
      { mapping: 'title = [Job]', csv: rows('Id,Job', `1,${'\\'.repeat(128)}`) },
      { mapping: 'nickName = [Job]', csv: rows('Id,Job', `1,${'j'.repeat(2000)}`) },
    ],
  },
  'value.manager.unknown': {
    fires: [
      { mapping: MANAGER, csv: rows('Id,Boss', '1,', '2,1', '3,9', '4,9', '5,8'), finds: '3@4' },
      { mapping: `where [Id] <> "1"\n${MANAGER}`, csv: rows('Id,Boss', '1,', '2,1'), finds: '1@3' },
      // A row that cannot be read does not hide the findings of the others
      { mapping: MANAGER, csv: rows('Id,Boss', '1,', '2,1', '3', '4,9'), finds: '1@5' },
    ],
    silent: [
      { mapping: MANAGER, csv: rows('Id,Boss', '2,1', '1,') },
      { mapping: `${MANAGER.slice(0, -1)} @empty(blank)`, csv: rows('Id,Boss', '1,') },
      // They are in another column: that is said instead
      { mapping: MANAGER, csv: rows('Id,Boss,Mail', '1,b@x,a@x', '2,,b@x') },
    ],
  },
  'value.manager.other-column': {
    fires: [
      { mapping: MANAGER, csv: rows('Id,Boss,Mail', 'E1,b@x,a@x', 'E2,,B@x', 'E3,b@x,c@x'), finds: '2@2' },
      { mapping: MANAGER, csv: rows('Id,Name,Boss', '1,Ana Li,Ben Oz', '2,Ben Oz,'), finds: '1@2' },
      { mapping: MANAGER, csv: rows('Id,Badge,Boss', '101,7,8', '102,8,9', '103,9,'), finds: '2@2' },
      // The manager is left out of what is sent, and named by mail all the same
      { mapping: `where [Id] <> "2"\n${MANAGER}`, csv: rows('Id,Boss,Mail', '1,b@x,a@x', '2,,b@x'), finds: '1@2' },
    ],
    silent: [
      { mapping: MANAGER, csv: rows('Id,Boss,Mail', '1,2,a@x', '2,,b@x') },
      // Ids of an earlier extract that a column of numbers holds by chance
      { mapping: MANAGER, csv: rows('Id,Boss,Row', '11,12,1', '12,2,2', '13,12,3') },
      { mapping: MANAGER, csv: rows('Id,Boss,Dept', '1,Sales,Sales', '2,Sales,Sales', '3,,Sales') },
    ],
  },
  'value.manager.other-form': {
    fires: [
      // A spreadsheet has removed zeros
      { mapping: MANAGER, csv: rows('Id,Boss', '007,', '008,7', '009,7', '010,9'), finds: '3@3' },
      { mapping: MANAGER, csv: rows('Id,Boss', '7,', '8,007', '9,7'), finds: '1@3' },
      // The rule for externalId changes what the column holds
      {
        mapping: MANAGER.replace('[Id]', 'Replace([Id], "E", , , "", , )'),
        csv: rows('Id,Boss', 'E7,', 'E8,E7', 'E9,E8'),
        finds: '2@3',
      },
    ],
    silent: [
      { mapping: MANAGER, csv: rows('Id,Boss', '007,', '008,007', '009,12') },
      // Both forms are people
      { mapping: MANAGER, csv: rows('Id,Boss', '007,', '7,', '009,7') },
      {
        mapping: MANAGER.replace('[Id]', 'Replace([Id], "E", , , "", , )').replace(
          '[Boss]',
          'Replace([Boss], "E", , , "", , )',
        ),
        csv: rows('Id,Boss', 'E7,', 'E8,E7', 'E9,E5'),
      },
      // Somebody who is left out, and an id that is changed in case alone
      {
        mapping: `where [Kind] = "a"\n${MANAGER.replace('[Id]', 'ToLower([Id])').replace('[Boss]', 'ToLower([Boss])')}`,
        csv: rows('Id,Boss,Kind', 'E7,,b', 'E8,e7,a', 'E9,E8,a'),
      },
      { mapping: MANAGER, csv: rows('Id,Boss', '0a7,', '0a8,a7') },
    ],
  },
  'value.manager.self': {
    fires: [{ mapping: MANAGER, csv: rows('Id,Boss', '1,2', '2,2', '3,3'), finds: '2@3' }],
    silent: [{ mapping: MANAGER, csv: rows('Id,Boss', '1,2', '2,', ',') }],
  },
  'value.manager.ring': {
    fires: [
      { mapping: MANAGER, csv: rows('Id,Boss', '1,2', '2,1', '3,1'), finds: '2@2' },
      { mapping: MANAGER, csv: rows('Id,Boss', '9,1', '1,2', '2,3', '3,1', '5,6', '6,5'), finds: '5@3' },
    ],
    silent: [{ mapping: MANAGER, csv: rows('Id,Boss', '1,1', '2,1', '3,2', '4,7') }],
  },
  'value.never-filled': {
    fires: [
      { mapping: 'nickName = [Nick]', csv: ten('Id,Nick', ''), finds: '10' },
      { mapping: 'nickName = Switch([Nick], , "a", "b") @empty(null)', csv: ten('Id,Nick', 'x'), finds: '10' },
      { mapping: 'nickName = [Nick]', csv: `${ten('Id,Nick', '')}11\n`, finds: '10' },
    ],
    silent: [
      { mapping: 'nickName = [Nick]', csv: rows('Id,Nick', '1,', '2,') },
      { mapping: 'nickName = [Nick]', csv: `${ten('Id,Nick', '')}11,Al\n` },
    ],
  },
  'csv.encoding.misstated': {
    fires: [
      {
        mapping: `source csv { encoding = "windows-1252" }\n${ID}`,
        csv: rows('Id,Name', '1,Ana', '2,Zoë'),
        finds: '1@3',
      },
    ],
    silent: [
      { mapping: ID, csv: rows('Id,Name', '2,Zoë') },
      { mapping: `source csv { encoding = "utf8" }\n${ID}`, csv: rows('Id,Name', '2,Zoë') },
      { mapping: `source csv { encoding = "windows-1252" }\n${ID}`, csv: rows('Id,Name', '2,Zoe') },
      { mapping: `source csv { encoding = "windows-1252" }\n${ID}`, csv: rows('\uFEFFId,Name', '2,Zoë') },
    ],
  },
  'csv.sep-line': {
    fires: [{ mapping: ID, csv: 'sep=;\nId;Name\n1;Ana\n', finds: '1@1' }],
    silent: [{ mapping: ID, csv: 'sep;Id\n1;2\n' }],
  },
  'csv.header.doubtful': {
    fires: [{ mapping: ID, csv: rows('Id', 'Id,Name,City', '1,Ana,Graz', '2,Ben,Linz'), finds: '1@1' }],
    silent: [{ mapping: ID, csv: rows('Id,Name', '1,Ana,Graz', '2,Ben,Linz') }],
  },
  'value.id.near-duplicate': {
    fires: [
      { mapping: ID, csv: rows('Id,Name', 'c1,Ana', 'C1,Ben', 'C1,Cem', 'c1\u200b,Dan'), finds: '2@3' },
      { mapping: ID, csv: rows('Id,Name', '007,Ana', '7,Ben'), finds: '1@3' },
    ],
    silent: [
      { mapping: ID, csv: rows('Id,Name', 'c1,Ana', 'c10,Ben', 'c1,Cem') },
      { mapping: 'userName = [Id]', csv: rows('Id,Name', 'c1,Ana', 'C1,Ben') },
    ],
  },
  'value.id.lost-zeros': {
    fires: [{ mapping: ID, csv: rows('Id,Name', '00412,Ana', '413,Ben', '10414,Cem'), finds: '1' }],
    silent: [
      { mapping: ID, csv: rows('Id,Name', '412,Ana', '41,Ben') },
      { mapping: ID, csv: rows('Id,Name', '00412,Ana', 'A1,Ben') },
    ],
  },
  'value.control': {
    fires: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,x', '2,a\u001b[2J', '3,b\u0085'), finds: '2@3' }],
    silent: [{ mapping: 'title = [Job]', csv: rows('Id\u0007,Job', '1\u0007,"a\tb\r\nc"') }],
  },
  'value.bidi': {
    fires: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,a\u202eb'), finds: '1@2' }],
    silent: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,שלום') }],
  },
  'value.hidden-char': {
    fires: [
      { mapping: ID, csv: rows('Id,Job', '1,x', '2\u00a0,y', ' 3,z', '4\ufeff,a'), finds: '3@3' },
      { mapping: MANAGER, csv: rows('Id,Boss', '1,2 ', '2,'), finds: '1@2' },
    ],
    silent: [
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,a\u00a0b ') },
      { mapping: ID, csv: rows('Id,Job', 'a b,x') },
    ],
  },
  'value.replacement-char': {
    fires: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,M\ufffdller', '2,\ufffd'), finds: '2@2' }],
    silent: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,Müller') }],
  },
  'value.mojibake': {
    fires: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,ok', '2,JosÃ©', '3,Oâ€™Neil'), finds: '2@3' }],
    silent: [{ mapping: 'title = [Job]', csv: rows('Id,Job', '1,São Tomé Ângela CÂMARA À â') }],
  },
  'value.excel-error': {
    fires: [
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,#N/A', '2,x', '3,########', '4,00/01/1900'), finds: '3@2' },
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,x', '2,1.2E+11'), finds: '1@3' },
      { mapping: ID, csv: rows('Id,Job', '1,x', '#REF!,y'), finds: '1@3' },
    ],
    silent: [
      { mapping: 'title = [Job]', csv: rows('Id,Job', '1,#1 fan', '2,1e5', '3,E+10', '4,## note') },
      { mapping: ID, csv: rows('Id,Job', '1,#N/A') },
    ],
  },
  'value.id.scientific': {
    fires: [{ mapping: ID, csv: rows('Id,Job', '"1,23457E+11",x', '1.23457E+11,y', '2,z'), finds: '2@2' }],
    silent: [{ mapping: ID, csv: rows('Id,Job', '1e5,x', 'E+11,y') }],
  },
  'value.id.too-long': {
    fires: [{ mapping: ID, csv: rows('Id,Job', `${'x'.repeat(1025)},x`, '2,y'), finds: '1@2' }],
    silent: [{ mapping: ID, csv: rows('Id,Job', `${'x'.repeat(1024)},x`) }],
  },
  'value.user-name.invalid': {
    fires: [{ mapping: 'userName = [User]', csv: rows('Id,User', '1,a@b', '2,a@b@c', '3,b@c@d'), finds: '2@3' }],
    silent: [
      { mapping: 'userName = [User]', csv: rows('Id,User', '1,a@b', '2,a b@c', '3,ab', `4,${'x'.repeat(64)}@b`) },
    ],
  },
  'value.date.ambiguous': {
    fires: [
      {
        mapping: 'urn:x:y:User:Hired = [Day] @type(DateTime)',
        csv: rows('Id,Day', '1,03/04/2026', '2,13/04/2026'),
        finds: '1@2',
      },
    ],
    silent: [
      {
        mapping: 'urn:x:y:User:Hired = [Day] @type(DateTime)',
        csv: rows('Id,Day', '1,04/04/2026', '2,2026-11-23T08:00:00Z'),
      },
    ],
  },
};
