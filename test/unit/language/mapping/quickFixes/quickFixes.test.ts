import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { diagnoseMapping } from '../../../../../src/language/mapping/diagnoseMapping';
import type { EditorKnowledge } from '../../../../../src/language/mapping/document/knowledge';
import type { MappingDocument } from '../../../../../src/language/mapping/document/mappingDocument';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { applied, outcomes, quickFixes } from '../../appliedActions';

const NEEDED = 'externalId = [Id]\nuserName   = [User]\nactive     = [Active]\n';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** The fixes for the problems with that code. */
function fixes(document: MappingDocument, code: string): readonly CodeAction[] {
  const found = diagnoseMapping(document).filter((diagnostic) => diagnostic.code === code);
  expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
  return quickFixes(document, found);
}

interface Case {
  readonly code: string;
  readonly text: string;
  readonly title: string;
  readonly fixed: string;
  readonly isPreferred?: true;
  readonly columns?: readonly string[];
  /** The texts are whole mappings; otherwise they follow the rules that every mapping needs, and an empty line. */
  readonly isWhole?: true;
}

const CASES: readonly Case[] = [
  {
    code: 'mapping.unknown-attribute',
    text: 'titl = [T]\n',
    title: 'Change to title',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: 'department = [D]\n',
    title: `Change to ${ENTERPRISE}:department`,
    fixed: `${ENTERPRISE}:department = [D]\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: `schema ${ENTERPRISE} {\n  division = [D]\n  title    = [T]\n}\n`,
    title: 'Move the rule to User',
    fixed: `title = [T]\n\nschema ${ENTERPRISE} {\n  division = [D]\n}\n`,
    isPreferred: true,
    isWhole: true,
  },
  {
    code: 'mapping.core-attribute-in-extension',
    text: `title = [T]\n\nschema ${CUSTOM} {\n  department = [D]\n}\n`,
    title: 'Move the rule to EnterpriseUser',
    fixed: `title = [T]\n\nschema ${ENTERPRISE} {\n  department = [D]\n}\n`,
    isWhole: true,
  },
  {
    code: 'mapping.complex-attribute',
    text: 'emails = [M]\n',
    title: 'Change to emails[type eq "work"].value',
    fixed: 'emails[type eq "work"].value = [M]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.complex-attribute',
    text: 'emails[type eq "work" and primary eq true] = [M]\n',
    title: 'Add .value',
    fixed: 'emails[type eq "work" and primary eq true].value = [M]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.complex-attribute',
    text: `${ENTERPRISE}:manager = [M]\n`,
    title: 'Change to manager.value',
    fixed: `${ENTERPRISE}:manager.value = [M]\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.filter',
    text: 'name[type eq "work"].givenName = [F]\n',
    title: 'Remove [type eq "work"]',
    fixed: 'name.givenName = [F]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.attribute-case',
    text: 'Title = [T]\n',
    title: 'Change to title',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.doubtful-schema',
    text: 'schema urn:ietf:params:scim:schemas:extension:enterprise:2:User {\n  division = [D]\n}\n',
    title: `Change to ${ENTERPRISE}`,
    fixed: `schema ${ENTERPRISE} {\n  division = [D]\n}\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-column',
    text: 'title = ToLower([title])\n',
    columns: ['Title'],
    title: 'Change to [Title]',
    fixed: 'title = ToLower([Title])\n',
    isPreferred: true,
  },
  {
    code: 'mapping.ambiguous-column',
    text: 'title = [Job_Title]\n',
    columns: ['Job_Title', 'JobTitle'],
    title: 'Change to [JobTitle]',
    fixed: 'title = [JobTitle]\n',
  },
  {
    code: 'mapping.unknown-source',
    text: 'source tsv { }\n',
    title: 'Change to csv',
    fixed: 'source csv { }\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-setting',
    text: 'source csv {\n  delimeter = ";"\n}\n',
    title: 'Change to delimiter',
    fixed: 'source csv {\n  delimiter = ";"\n}\n',
    isPreferred: true,
  },
  {
    code: 'mapping.duplicate-setting',
    text: 'source csv {\n  header = 2\n  header = 3\n}\n',
    title: 'Remove the setting',
    fixed: 'source csv {\n  header = 2\n}\n',
  },
  {
    code: 'mapping.unknown-decorator',
    text: 'title = [T]  @emty(null)\n',
    title: 'Change to empty',
    fixed: 'title = [T]  @empty(null)\n',
    isPreferred: true,
  },
  {
    code: 'mapping.decorator-value',
    text: 'title = [T]  @empty(nul)\n',
    title: 'Change to @empty(null)',
    fixed: 'title = [T]  @empty(null)\n',
    isPreferred: true,
  },
  {
    code: 'mapping.decorator-value',
    text: 'title = [T]  @type(String)\n',
    title: 'Remove @type',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.duplicate-decorator',
    text: 'title = [T]  @empty(null) @empty(omit)\n',
    title: 'Remove @empty',
    fixed: 'title = [T]  @empty(null)\n',
    isPreferred: true,
  },
  {
    code: 'mapping.element-not-work',
    text: 'emails[type eq "home"].value = [M]\n',
    title: 'Change to [type eq "work"]',
    fixed: 'emails[type eq "work"].value = [M]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.element-not-work',
    text: 'addresses {\n  locality = [C]\n}\n',
    title: 'Change to [type eq "work"]',
    fixed: 'addresses[type eq "work"] {\n  locality = [C]\n}\n',
    isPreferred: true,
  },
  {
    code: 'mapping.overlapping-path',
    text: 'emails[type eq "work" and primary eq true].value = [M]\nemails[primary eq true and type eq "work"].display = [N]\n',
    title: 'Change to [type eq "work" and primary eq true]',
    fixed:
      'emails[type eq "work" and primary eq true].value = [M]\nemails[type eq "work" and primary eq true].display = [N]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.attribute-without-effect',
    text: 'title    = [T]  # the job\npassword = [P]  # never\nnickName = [N]\n',
    title: 'Remove the rule',
    fixed: 'title    = [T]  # the job\nnickName = [N]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.attribute-without-effect',
    text: `title = [T]\n\nschema ${ENTERPRISE} {\n  manager { displayName = [M] }\n}\n`,
    title: 'Remove the rule',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.duplicate-path',
    text: 'name {\n  givenName  = [A]\n  familyName = [B]\n}\n\nname.givenName = [C]\n',
    title: 'Remove the rule',
    fixed: 'name {\n  givenName  = [A]\n  familyName = [B]\n}\n',
  },
  {
    code: 'mapping.constant-type',
    text: 'roles[type eq "x"].primary = Switch([S], , "A", "Yes")\n',
    title: 'Change to "False"',
    fixed: 'roles[type eq "x"].primary = Switch([S], , "A", "False")\n',
  },
  {
    code: 'mapping.wrong-type',
    text: `schema ${CUSTOM} {\n  Since = CDate([S])  @type(DateTime)\n}\n`,
    title: 'Wrap in FormatDateTime',
    fixed: `schema ${CUSTOM} {\n  Since = FormatDateTime(CDate([S]), , "M/d/yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)\n}\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.silence-unknown-code',
    text: 'title = [T]  # ignore mapping.element-no-work\n',
    title: 'Change to mapping.element-not-work',
    fixed: 'title = [T]  # ignore mapping.element-not-work\n',
    isPreferred: true,
  },
  {
    code: 'mapping.silence-without-effect',
    text: 'title = [T]  # ignore mapping.element-not-work\n',
    title: 'Remove the comment',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.silence-without-effect',
    text: '# ignore mapping.element-not-work: anything\ntitle = [T]\n',
    title: 'Remove the comment',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.silence-without-effect',
    text: 'Title = [T]  # ignore mapping.element-not-work, mapping.attribute-case\n',
    title: 'Remove mapping.element-not-work from the comment',
    fixed: 'Title = [T]  # ignore mapping.attribute-case\n',
    isPreferred: true,
  },
  {
    code: 'mapping.silence-without-effect',
    text: 'Title = [T]  # ignore mapping.attribute-case , mapping.element-not-work: so be it\n',
    title: 'Remove mapping.element-not-work from the comment',
    fixed: 'Title = [T]  # ignore mapping.attribute-case: so be it\n',
    isPreferred: true,
  },
  {
    code: 'expression.unknown-function',
    text: 'title = toLower([T])\n',
    title: 'Change to ToLower',
    fixed: 'title = ToLower([T])\n',
    isPreferred: true,
  },
  {
    code: 'expression.unknown-function',
    text: 'title = LCase([T])\n',
    title: 'Change to ToLower',
    fixed: 'title = ToLower([T])\n',
    isPreferred: true,
  },
  {
    code: 'expression.syntax',
    text: 'title = ToLower([T]\nnickName = [N]\n',
    title: 'Add )',
    fixed: 'title = ToLower([T])\nnickName = [N]\n',
    isPreferred: true,
  },
  {
    code: 'expression.syntax',
    text: "title = Join('-', [T], [U])\n",
    title: 'Change to straight double quotes',
    fixed: 'title = Join("-", [T], [U])\n',
    isPreferred: true,
  },
  {
    code: 'expression.syntax',
    text: 'title = Join(“-”, [T], [U])\n',
    title: 'Change to straight double quotes',
    fixed: 'title = Join("-", [T], [U])\n',
    isPreferred: true,
  },
  {
    code: 'expression.syntax',
    text: 'title = Join(„ und “, [T], [U])\n',
    title: 'Change to straight double quotes',
    fixed: 'title = Join(" und ", [T], [U])\n',
    isPreferred: true,
  },
  {
    code: 'mapping.syntax',
    text: 'source csv {\n  delimiter = ‘;’\n}\n\nexternalId = [Id]\n',
    title: 'Change to straight double quotes',
    fixed: 'source csv {\n  delimiter = ";"\n}\n\nexternalId = [Id]\n',
    isPreferred: true,
    isWhole: true,
  },
  {
    code: 'mapping.syntax',
    text: 'emails[type eq “work”].value = [M]\n',
    title: 'Change to [type eq "work"]',
    fixed: 'emails[type eq "work"].value = [M]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: 'titel = [T]\n',
    title: 'Change to title',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: 'jobTitle = [T]\n',
    title: 'Change to title',
    fixed: 'title = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: 'surname = [T]\n',
    title: 'Change to name.familyName',
    fixed: 'name.familyName = [T]\n',
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: 'employeeHireDate = [Joined]\n',
    title: 'Move to a custom schema: contoso, HireDate',
    fixed: `schema ${CUSTOM} {\n  HireDate = [Joined]  @type(DateTime)\n}\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.unknown-attribute',
    text: `title = [T]\n\nschema ${ENTERPRISE} {\n  department = [D]\n  hireDate   = [Joined]\n}\n\nschema urn:ietf:params:scim:schemas:extension:fabrikam:2.0:User {\n  badge = [B]\n}\n`,
    title: 'Move to a custom schema: fabrikam, hireDate',
    fixed: `title = [T]\n\nschema ${ENTERPRISE} {\n  department = [D]\n}\n\nschema urn:ietf:params:scim:schemas:extension:fabrikam:2.0:User {\n  badge    = [B]\n  hireDate = [Joined]  @type(DateTime)\n}\n`,
    isPreferred: true,
  },
  {
    code: 'mapping.missing-rule',
    text: '# Which column identifies people?\n# externalId = [PersNr]\nuserName = [User]\nactive = [Active]\n',
    title: 'Add externalId = [PersNr], from the comment in line 2',
    fixed: '# Which column identifies people?\nexternalId = [PersNr]\nuserName   = [User]\nactive     = [Active]\n',
    isPreferred: true,
    isWhole: true,
  },
  {
    code: 'mapping.missing-rule',
    text: 'externalId = [Id]\nuserName = [User]\n\n# active = Switch([State], ,\n#   "In", "True",\n#   "Out", "False")\n',
    title: 'Add active = Switch([State], , "In", "True", "Out", "False"), from the comment in line 4',
    fixed:
      'externalId = [Id]\nuserName = [User]\n\nactive = Switch([State], ,\n    "In", "True",\n    "Out", "False")\n',
    isPreferred: true,
    isWhole: true,
  },
  {
    code: 'expression.syntax',
    text: 'title = ToLower(jobtitle)\n',
    columns: ['JobTitle'],
    title: 'Change to column [JobTitle]',
    fixed: 'title = ToLower([JobTitle])\n',
    isPreferred: true,
  },
  {
    code: 'expression.syntax',
    text: 'title = ToLower(Boss)\n',
    columns: ['JobTitle'],
    title: 'Change to text "Boss"',
    fixed: 'title = ToLower("Boss")\n',
  },
  {
    code: 'expression.argument-count',
    text: 'title = Switch([T], , "a", "b", "c")\n',
    title: 'Add the missing value: ""',
    fixed: 'title = Switch([T], , "a", "b", "c", "")\n',
  },
  {
    code: 'expression.argument-count',
    text: 'title = Switch([T], "a", "b", "c", "d")\n',
    title: 'Add an empty default value',
    fixed: 'title = Switch([T], , "a", "b", "c", "d")\n',
  },
  {
    code: 'expression.iif-empty',
    text: 'title = IIF(IsNullOrEmpty([T]), "d", [T])\n',
    title: 'Change to Switch([T], [T], "", "d")',
    fixed: 'title = Switch([T], [T], "", "d")\n',
    isPreferred: true,
  },
  {
    code: 'expression.iif-empty',
    text: 'title = ToLower(IIF([T] <> "", [U], "d"))\n',
    title: 'Change to Switch([T], [U], "", "d")',
    fixed: 'title = ToLower(Switch([T], [U], "", "d"))\n',
    isPreferred: true,
  },
  {
    code: 'expression.switch-null-test',
    text: 'title = Switch(IsPresent([T]), , "True", [T], "False", "d")\n',
    title: 'Change to Switch([T], [T], "", "d")',
    fixed: 'title = Switch([T], [T], "", "d")\n',
    isPreferred: true,
  },
  {
    code: 'expression.date-not-converted',
    text: 'title = CStr(DateDiff("d", [H], Now()))\n',
    title: 'Wrap in CDate',
    fixed: 'title = CStr(DateDiff("d", CDate([H]), Now()))\n',
    isPreferred: true,
  },
  {
    code: 'expression.item-zero',
    text: 'title = Item(Split([T], ","), 0)\n',
    title: 'Change to 1',
    fixed: 'title = Item(Split([T], ","), 1)\n',
    isPreferred: true,
  },
  {
    code: 'expression.argument-type',
    text: 'title = CStr(DateAdd("D", 7, CDate([H])))\n',
    title: 'Change to "d"',
    fixed: 'title = CStr(DateAdd("d", 7, CDate([H])))\n',
    isPreferred: true,
  },
  {
    code: 'mapping.missing-rule',
    text: 'externalId = [Id]\nactive     = [Status]\n\nname {\n  givenName = [G]\n}\n',
    columns: ['Id', 'Login Name', 'Status', 'G'],
    title: 'Add userName = [Login Name]',
    fixed: 'externalId = [Id]\nuserName   = [Login Name]\nactive     = [Status]\n\nname {\n  givenName = [G]\n}\n',
    isWhole: true,
  },
  {
    code: 'mapping.missing-rule',
    text: 'source csv { files = "*.csv" }\n\nname { givenName = [G] }\n',
    title: 'Add externalId = [externalId]',
    fixed: 'source csv { files = "*.csv" }\n\nexternalId = [externalId]\n\nname { givenName = [G] }\n',
    isWhole: true,
  },
];

describe('quickFixes', () => {
  it.each(CASES)('$code: $title', ({ code, text, title, fixed, columns, isPreferred, isWhole }) => {
    const before = isWhole === true ? '' : `${NEEDED}\n`;
    const knowledge: EditorKnowledge = columns === undefined ? {} : { columns: ['Id', 'User', 'Active', ...columns] };
    const document = openMapping(before + text, knowledge);
    const actions = fixes(document, code);
    expect(outcomes(document, actions)).toMatchObject({ [title]: before + fixed });
    const action = actions.find((candidate) => candidate.title === title);
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code }] });
    expect(action?.isPreferred).toBe(isPreferred);
  });

  it('offers nothing that would only make another problem', () => {
    const taken = openMapping('emails[type eq "work"].value = [M]\nemails[type eq "home"].value = [N]\n');
    const titles = fixes(taken, 'mapping.element-not-work').map(({ title }) => title);
    expect(titles).not.toContain('Change to [type eq "work"]');
    expect(titles).toContain('Remove the rule');
    const sibling = openMapping(`${NEEDED}title = Trim([T])\n`);
    expect(fixes(sibling, 'expression.unknown-function').map(({ title }) => title)).toEqual([]);
  });

  it('mends all problems of a kind at once, the spelling also on saving', () => {
    const document = openMapping(`${NEEDED}Title = [T]\nName { GivenName = [G] }\n`);
    const actions = fixes(document, 'mapping.attribute-case').filter(({ title }) => title.startsWith('Change all'));
    expect(actions.map(({ kind }) => kind)).toEqual(['quickfix', 'source.fixAll']);
    for (const action of actions)
      expect(applied(document, action)).toBe(`${NEEDED}title = [T]\nname { givenName = [G] }\n`);
    expect(actions[0]?.diagnostics).toHaveLength(3);
  });

  it.each([
    ['at the end of a line', 'Title = [T]\n', 'Title = [T]  # ignore mapping.attribute-case\n'],
    ['above a comment', '  Title = [T]  # x\n', '  # ignore mapping.attribute-case\n  Title = [T]  # x\n'],
    [
      'in a comment that silences already',
      'Title = [T]  # ignore mapping.unused-column: so\n',
      'Title = [T]  # ignore mapping.unused-column, mapping.attribute-case: so\n',
    ],
    ['without a line end', 'Title = [T]', 'Title = [T]  # ignore mapping.attribute-case'],
    ['with the line ends of the file', 'Title = [T] # x\r\n', '# ignore mapping.attribute-case\r\nTitle = [T] # x\r\n'],
  ])('silences a problem %s', (_, text, expected) => {
    const document = openMapping(text);
    const actions = fixes(document, 'mapping.attribute-case');
    const silenced = outcomes(document, actions)['Ignore mapping.attribute-case here'];
    expect(silenced).toBe(expected);
    const left = diagnoseMapping(openMapping(silenced ?? '')).map(({ code }) => code);
    expect(left).not.toContain('mapping.attribute-case');
  });

  it('silences what is said of the file as a whole on its first line', () => {
    const document = openMapping('# People\n\nexternalId = [Id]\nactive = [A]\n');
    const action = fixes(document, 'mapping.missing-rule').find(({ title }) => title.startsWith('Ignore'));
    const text = action === undefined ? '' : applied(document, action);
    expect(text).toBe('# ignore mapping.missing-rule\n# People\n\nexternalId = [Id]\nactive = [A]\n');
    expect(diagnoseMapping(openMapping(text)).map(({ code }) => code)).not.toContain('mapping.missing-rule');
  });

  it('lets a level be set, but not of what keeps the mapping from being used', () => {
    const document = openMapping(`${NEEDED}Title = [T]\ntitel = [U]\n`);
    expect(fixes(document, 'mapping.attribute-case').at(-2)).toEqual({
      title: 'Set level of mapping.attribute-case…',
      kind: 'quickfix',
      diagnostics: [expect.objectContaining({ code: 'mapping.attribute-case' }) as unknown],
      command: {
        title: 'Set level of mapping.attribute-case…',
        command: 'entraInbound.problem.setLevel',
        arguments: ['mapping.attribute-case'],
      },
    });
    const blocked = fixes(document, 'mapping.unknown-attribute').map(({ title }) => title);
    expect(blocked.filter((title) => /level|Ignore/.test(title))).toEqual([]);
  });

  it('takes no problem on trust: codes and data of any shape are passed over', () => {
    const document = openMapping(`${NEEDED}title = [T]\n`);
    const range = { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } };
    const codes = ['value.status.undecided', 'value.date.invalid', 'mapping.complex-attribute', 'expression.syntax', 7];
    for (const code of codes)
      for (const data of [
        undefined,
        null,
        7,
        'x',
        [],
        { columns: 7, values: [7], undecided: [{}], at: 1e9, insert: ')' },
      ])
        expect(() =>
          quickFixes(document, [{ range, message: '', ...(code === 7 ? { code } : { code }), data }]),
        ).not.toThrow();
  });
});
