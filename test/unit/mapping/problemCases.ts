/** Mappings in which a kind of problem is found, and near ones in which it must not be. */
export interface ProblemCases {
  readonly fires: readonly string[];
  readonly silent: readonly string[];
  /** The columns of the extract, besides those that {@link NEEDED} reads. */
  readonly columns?: readonly string[];
  /** The texts are whole mappings; otherwise they follow {@link NEEDED}. */
  readonly isWhole?: true;
}

/** The rules that a mapping cannot do without. */
export const NEEDED = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';
export const NEEDED_COLUMNS = ['Id', 'User', 'Active'];

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const inCustom = (rules: string, urn = CUSTOM) => `schema ${urn} {\n${rules}\n}`;

/** By code. Kinds about values have their cases beside their own tests. */
export const problemCases: Readonly<Record<string, ProblemCases>> = {
  'mapping.syntax': {
    fires: ['title [T]', '}', 'name {\n  givenName = [G]', 'schema contoso {\n}', 'source csv {\n  header 2\n}'],
    silent: ['title = [T]', 'name { givenName = [G] }', '# }', 'title = "}"'],
  },
  'mapping.too-deep': {
    fires: ['name {\n'.repeat(17), `${'name { '.repeat(17)}${'} '.repeat(17)}`],
    silent: ['name {\n  givenName = [G]\n}', `${'name { '.repeat(16)}${'} '.repeat(16)}`],
  },
  'mapping.unknown-attribute': {
    fires: [
      'titel = [T]',
      'name.first = [F]',
      'emails[typ eq "work"].value = [M]',
      'department = [D]',
      inCustom('costCentre = [C]', ENTERPRISE),
    ],
    silent: [
      'title = [T]',
      'TITLE = [T]',
      'emails[type eq "work"].value = [M]',
      inCustom('anything = [D]'),
      inCustom('badge[kind eq "x"].value = [D]'),
    ],
  },
  'mapping.complex-attribute': {
    fires: ['name = [N]', 'emails = [M]', inCustom('manager = [M]', ENTERPRISE)],
    silent: ['name.givenName = [N]', inCustom('manager.value = [M]', ENTERPRISE), inCustom('manager = [M]')],
  },
  'mapping.path-too-deep': {
    fires: ['name.givenName.first = [F]', 'name { givenName.first = [F] }'],
    silent: ['name.givenName = [F]', 'name { givenName = [F] }'],
  },
  'mapping.path-urn': {
    fires: [`name { ${CUSTOM}:first = [F] }`, inCustom(`${ENTERPRISE}:department = [D]`)],
    silent: [`${ENTERPRISE}:department = [D]`, inCustom(`${CUSTOM}:grade = [G]`)],
  },
  'mapping.filter': {
    fires: ['name[type eq "work"].givenName = [G]', 'emails.value[type eq "work"] = [M]'],
    silent: ['emails[type eq "work"].value = [M]', 'roles[type eq "x"] { value = [R] }'],
  },
  'mapping.unknown-decorator': { fires: ['title = [T] @blank(null)'], silent: ['title = [T] @empty(null)'] },
  'mapping.duplicate-decorator': {
    fires: ['title = [T] @empty(null) @empty(omit)'],
    silent: ['title = [T] @empty(null)', inCustom('x = [X] @empty(null) @type(Integer)')],
  },
  'mapping.decorator-value': {
    fires: [
      'title = [T] @empty(nil)',
      'title = [T] @empty',
      'title = [T] @type(String)',
      inCustom('x = [X] @type(Text)'),
    ],
    silent: ['title = [T] @empty(blank)', inCustom('x = [X] @type(Integer)')],
  },
  'mapping.unknown-source': { fires: ['source tsv { }'], silent: ['source csv { }'] },
  'mapping.duplicate-source': { fires: ['source csv { }\nsource csv { }'], silent: ['source csv { }'] },
  'mapping.unknown-setting': {
    fires: ['source csv { separator = ";" }'],
    silent: ['source csv { delimiter = ";" }'],
  },
  'mapping.duplicate-setting': {
    fires: ['source csv {\n  empty = "a"\n  empty = "b"\n}'],
    silent: ['source csv {\n  empty = "a", "b"\n  header = 2\n}'],
  },
  'mapping.setting-value': {
    fires: [
      'source csv { header = "2" }',
      'source csv { delimiter = "" }',
      'source csv { delimiter = ";", "," }',
      'source csv { key = "Id" }',
    ],
    silent: ['source csv { header = 2 }', 'source csv { delimiter = "||" }', 'source csv { key = [Id] }'],
  },
  'mapping.missing-rule': {
    fires: [
      'externalId = [Id]\nactive = [A]',
      'externalId = [Id]\nuserName = [U]',
      'userName = [U]\nactive = [A]',
      '# nothing yet',
    ],
    silent: [NEEDED, 'title ['],
    isWhole: true,
  },
  'mapping.duplicate-path': {
    fires: [
      'title = [T]\nTitle = [U]',
      'name { givenName = [G] }\nname.givenName = [H]',
      'emails[type eq "work" and primary eq true].value = [M]\nemails[primary eq true and type eq "work"].value = [N]',
      inCustom('HireDate = [H]\nhiredate = [I]'),
      `${ENTERPRISE}:department = [D]\n${inCustom('department = [E]', ENTERPRISE)}`,
    ],
    silent: [
      'title = [T]\nnickName = [T]',
      'emails[type eq "work"].value = [M]\nemails[type eq "home"].value = [N]',
      `title = [T]\n${inCustom('title = [T]')}`,
    ],
  },
  'mapping.overlapping-path': {
    fires: [
      inCustom('badge = [A]\nbadge.number = [B]'),
      inCustom('badge[kind eq "x"].number = [B]\nbadge.number = [A]'),
      'emails[type eq "work" and primary eq true].value = [M]\nemails[primary eq true and type eq "work"].display = [N]',
      'emails[type eq "work"].type = [T]',
      'emails[type eq "work"] { Type = [T] }',
    ],
    silent: [
      inCustom('badge.colour = [A]\nbadge.number = [B]'),
      'emails[type eq "work"].value = [M]\nemails[type eq "work"].display = [N]',
      'emails[primary eq true].type = [T]',
      `${inCustom('badge = [A]')}\n${inCustom('badge.number = [B]', 'urn:ietf:params:scim:schemas:extension:other:1.0:User')}`,
    ],
  },
  'mapping.constant-type': {
    fires: [
      'roles[type eq "x"].primary = "yes"',
      'roles[type eq "x"].primary = Switch([S], , "A", "Yes")',
      'roles[type eq "x"].primary = Switch([S], "no", "A", "True")',
      'roles[type eq "x"].primary = IIF([S] = "A", "True", IIF([S] = "B", "ja", "False"))',
      inCustom('grade = Coalesce([G], "none") @type(Integer)'),
      inCustom('since = "yesterday" @type(DateTime)'),
    ],
    silent: [
      'roles[type eq "x"].primary = "TRUE"',
      'roles[type eq "x"].primary = Switch([S], "False", "Yes", "True")',
      'roles[type eq "x"].primary = IIF([S] = "yes", "True", "False")',
      'roles[type eq "x"].primary = ToLower("YES")',
      'title = Switch([S], "no", "A", "Yes")',
      inCustom('grade = Coalesce([G], "7") @type(Integer)'),
      inCustom('since = "2026-11-23T08:00:00Z" @type(DateTime)'),
    ],
  },
  'mapping.wrong-type': {
    fires: [
      'roles[type eq "x"].primary = Count(Split([R], ","))',
      'roles[type eq "x"].primary = IIF([S] = "A", "True", Now())',
      inCustom('since = CDate([D]) @type(DateTime)'),
      inCustom('since = DateAdd("d", 1, CDate([D])) @type(DateTime)'),
      inCustom('grade = IsNull([G]) @type(Integer)'),
    ],
    silent: [
      'roles[type eq "x"].primary = IsNull([R])',
      'roles[type eq "x"].primary = ToLower([R])',
      'title = Now()',
      inCustom('since = FormatDateTime([D], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)'),
      inCustom('grade = Count(Split([G], ",")) @type(Integer)'),
    ],
  },
  'mapping.constant-too-long': {
    fires: [
      'externalId = "12345678901234567"\nuserName = [U]\nactive = [A]',
      `${NEEDED}name.givenName = Switch([N], , "x", "${'y'.repeat(65)}")`,
    ],
    silent: [
      'externalId = "1234567890123456"\nuserName = [U]\nactive = [A]',
      `${NEEDED}name.givenName = Switch([N], , "${'y'.repeat(65)}", "x")`,
      `${NEEDED}${inCustom(`note = "${'y'.repeat(500)}"`)}`,
    ],
    isWhole: true,
  },
  'mapping.needs-tenant': {
    fires: [
      'title = Append([T], DefaultDomain())',
      'where IsNull(DefaultDomain())',
      'title = SingleAppRoleAssignment([R])',
    ],
    silent: ['title = Guid()', 'title = Append([T], "DefaultDomain()")'],
  },
  'mapping.changing-identity': {
    fires: [
      'externalId = Guid()',
      'externalId = FormatDateTime(Now(), , "M/d/yyyy h:mm:ss tt", "yyyyMMddHHmmss")',
      'externalId = Coalesce([Id], Guid())',
      'externalId = Join("-", [Id], Left(ToLower(RandomString(9, 9, 0, 0, 0)), 3))',
      'userName = Join("", [User], RandomString(3, 3, 0, 0, 0), "@contoso.com")',
      'userName = IIF(CDate([Start]) > Now(), [User], [Id])',
      'userName = Switch([User], Guid(), "a", "b")',
    ],
    silent: [
      'externalId = [Id]',
      'nickName = Guid()',
      'externalId = IIF(CDate([Start]) > Now(), IgnoreObjectFlow, [Id])',
      'externalId = "Guid()"',
      'where CDate([Start]) < Now()',
      'urn:x:y:User:userName = Guid()',
    ],
  },
  'mapping.element-not-work': {
    fires: [
      'emails[type eq "home"].value = [M]',
      'phoneNumbers.value = [P]',
      'addresses[primary eq true].country = [C]',
    ],
    silent: [
      'emails[type eq "work"].value = [M]',
      'ims[type eq "home"].value = [M]',
      'emails[primary eq true and type eq "work"].value = [M]',
    ],
  },
  'mapping.second-work-element': {
    fires: [
      'emails[type eq "work"].value = [M]\nemails[type eq "work" and primary eq true].value = [N]',
      'addresses[type eq "work"].country = [C]\naddresses[type eq "work" and primary eq true].locality = [L]',
    ],
    silent: [
      'addresses[type eq "work"].country = [C]\naddresses[type eq "work"].locality = [L]',
      'emails[type eq "work"].value = [M]\nphoneNumbers[type eq "work" and primary eq true].value = [P]',
      'ims[type eq "work"].value = [M]\nims[type eq "work" and primary eq true].value = [N]',
    ],
  },
  'mapping.attribute-without-effect': {
    fires: [
      'password = [P]',
      'groups.value = [G]',
      inCustom('manager.displayName = [M]', ENTERPRISE),
      inCustom('manager.$ref = [M]', ENTERPRISE),
    ],
    silent: ['title = [P]', inCustom('manager.value = [M]', ENTERPRISE), inCustom('password = [P]')],
  },
  'mapping.attribute-case': {
    fires: [
      'displayname = [N]',
      'NAME { givenName = [G] }',
      'name { GivenName = [G] }',
      'emails[Type eq "work"].value = [M]',
      inCustom('Department = [D]', ENTERPRISE),
      inCustom('department = [D]', ENTERPRISE.toLowerCase()),
      `${ENTERPRISE}:Department = [D]`,
    ],
    silent: [
      'displayName = [N]',
      'name { givenName = [G] }',
      'emails[type eq "Type"].value = [M]',
      inCustom('TITLE = [T]'),
    ],
  },
  'mapping.doubtful-schema': {
    fires: [
      inCustom('department = [D]', 'urn:ietf:params:scim:schemas:extension:enterprise:2:User'),
      inCustom('department = [D]', 'urn:ietf:params:scim:schemas:extension:enterprize:2.0:User'),
      inCustom('x = [X]', 'urn:contoso:employee'),
      inCustom('x = [X]', 'urn:ietf:params:scim:schemas:extension:contoso:1.0:Users'),
      'urn:contoso:employee:x = [X]',
      `${inCustom('x = [X]')}\n${inCustom('y = [Y]', CUSTOM.replace('contoso', 'Contoso'))}`,
    ],
    silent: [
      inCustom('x = [X]'),
      inCustom('department = [D]', ENTERPRISE),
      `${CUSTOM}:x = [X]`,
      inCustom('x = [X]', 'urn:ietf:params:scim:schemas:extension:hr-core_2:2.1.3:User'),
    ],
  },
  'mapping.core-attribute-in-extension': {
    fires: [inCustom('title = [T]'), inCustom('Department = [D]'), `${CUSTOM}:name.first = [N]`],
    silent: ['title = [T]', inCustom('jobCode = [T]'), inCustom('department = [D]', ENTERPRISE)],
  },
  'mapping.unknown-column': {
    fires: [
      'title = [Titel]',
      'title = [title]',
      'where [Kind] <> "x"',
      'source csv { key = [Key] }',
      'title = Join("", "[Title]", [Titles])',
    ],
    silent: ['title = [Title]', 'title = "[Titel]"', 'title = [Title] # [Titel]'],
    columns: ['Title'],
  },
  'mapping.ambiguous-column': {
    fires: ['title = [Job Title]', 'title = ToLower([JobTitle])'],
    silent: ['title = [Job]', 'title = [JOBTITLE]'],
    columns: ['Job Title', 'JobTitle', 'Job', 'Title'],
  },
  'mapping.unused-column': {
    fires: ['title = [Title]', '# [Mail]\ntitle = [Title]'],
    silent: ['title = [Title]\nnickName = [Mail]', 'title = [Title]\nwhere [Mail] <> "x"'],
    columns: ['Title', 'Mail'],
  },
  'mapping.silence-unknown-code': {
    fires: [
      'title = [T] # ignore mapping.no-such-thing',
      'title = [T] # ignore mapping.attribute-case, mapping.no-such-thing',
    ],
    silent: [
      'title = [T] # ignore this one',
      'title = "# ignore mapping.no-such-thing"',
      'Title = [T] # ignore mapping.attribute-case',
    ],
  },
  'mapping.silence-former-code': {
    fires: ['title = [T] # ignore value.tooLong', '# ignore value.tooLong\ntitle = [T]'],
    silent: ['title = [T] # ignore value.too-long', 'title = [T] # ignore value.toLong'],
  },
  'mapping.silence-without-effect': {
    fires: [
      'title = [T] # ignore mapping.element-not-work',
      'titel = [T] # ignore mapping.unknown-attribute',
      '# ignore mapping.attribute-case\n\nTitle = [T]',
    ],
    silent: [
      'Title = [T] # ignore mapping.attribute-case',
      '# ignore mapping.attribute-case\nTitle = [T]',
      'title = [T] # ignore mapping.unknown-column',
      'title = [T] # ignore value.date.invalid',
    ],
  },

  'expression.syntax': {
    fires: ['title = ToLower([T]', 'title = "x', 'title = [T', 'title =', "title = 'x'", 'title = [T] = "x"'],
    silent: ['title = ToLower([T])', 'title = "it\'s"', 'where [T] = "x"', 'title = IIF([T] = "x", "y", "z")'],
  },
  'expression.unknown-function': {
    fires: ['title = LCase([T])', 'title = tolower([T])', 'title = Upper([T])'],
    silent: ['title = ToLower([T])', 'title = "LCase([T])"'],
  },
  'expression.argument-count': {
    fires: [
      'title = ToLower()',
      'title = Left([T])',
      'title = Switch([T], , "a", "b", "c")',
      'title = Replace([T], , , , , , )',
    ],
    silent: ['title = Left([T], 3)', 'title = Switch([T], , "a", "b")', 'title = FormatDateTime([T], "yyyy", "MM")'],
  },
  'expression.argument-type': {
    fires: [
      'title = Left([T], "ten")',
      'title = CStr(DateAdd("days", 1, CDate([T])))',
      'title = RandomString(2, 3, 0, 0, 0)',
    ],
    silent: [
      'title = Left([T], "10")',
      'title = CStr(DateAdd("d", 1, CDate([T])))',
      'title = RandomString(3, 3, 0, 0, 0)',
    ],
  },
  'expression.too-long': {
    fires: [`title = Append([T], "${'x'.repeat(10_000)}")`],
    silent: [`title = Append([T], "${'x'.repeat(9_000)}")`],
  },
  'expression.nesting': {
    fires: ['title = ToLower(SelectUniqueValue([A], [B]))'],
    silent: ['title = SelectUniqueValue([A], [B])'],
  },
  'expression.regex': {
    fires: ['title = Replace([T], , "(x", , "y", , )'],
    silent: ['title = Replace([T], , "(x)", , "y", , )', 'title = Replace([T], "(x", , , "y", , )'],
  },
  'expression.regex-group': {
    fires: ['title = Replace([T], , "(?<a>x)", "b", "y", , )'],
    silent: ['title = Replace([T], , "(?<a>x)", "a", "y", , )'],
  },
  'expression.switch-null-test': {
    fires: ['title = Switch(IsNullOrEmpty([T]), [T], "True", "x")'],
    silent: ['title = Switch([T], [T], "", "x")'],
  },
  'expression.iif-empty': {
    fires: ['title = IIF(IsNullOrEmpty([T]), "x", [T])', 'title = IIF([T] = "", "x", [T])'],
    silent: ['title = IIF([T] = "y", "x", [T])', 'where IsPresent([T])'],
  },
  'expression.item-zero': {
    fires: ['title = Item(Split([T], ","), 0)'],
    silent: ['title = Item(Split([T], ","), 1)'],
  },
  'expression.split-delimiter': {
    fires: ['title = Item(Split([T], ", "), 1)'],
    silent: ['title = Item(Split([T], ","), 1)'],
  },
  'expression.date-not-converted': {
    fires: ['title = CStr(DateDiff("d", [T], Now()))'],
    silent: ['title = CStr(DateDiff("d", CDate([T]), Now()))'],
  },
};
