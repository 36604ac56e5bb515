import type { SettingName } from '../../../core/mapping/syntax/settings';
import type { MappingExample } from './mappingExample';

/** One construct of the language: its description, and examples. */
export interface MappingSection {
  readonly title: string;
  readonly text: string;
  readonly examples: readonly MappingExample[];
}

/** How each setting of a `source` block is written. */
export const SETTING_EXAMPLES: Readonly<Record<SettingName, string>> = {
  files: 'files = "extracts/*.csv", "archive/hr.csv"',
  delimiter: 'delimiter = ";"',
  quote: 'quote = "\'"',
  encoding: 'encoding = "windows-1252"',
  header: 'header = 3',
  empty: 'empty = "NULL", "N/A"',
  key: 'key = [WorkerID], [Country]',
};

/** The example for each value of `@empty`: one cell with a value and one without. */
export const EMPTY_EXAMPLE = (value: string): MappingExample => ({
  mapping: `title = [JobTitle]  @empty(${value})`,
  records: [{ JobTitle: 'Clerk' }, { JobTitle: '' }],
});

const SCHEMA = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** For each type, a cell that converts and one that does not. */
const TYPED_CELLS: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  String: ['any text', ''],
  Boolean: ['TRUE', 'yes'],
  Integer: ['42', '4.2'],
  Decimal: ['-0.5', '1,5'],
  DateTime: ['2026-11-23T08:00:00Z', '23.11.2026'],
  Reference: ['https://contoso.com/7', ''],
  Binary: ['Y29udG9zbw==', '?'],
};

export const TYPE_EXAMPLE = (value: string): MappingExample => ({
  mapping: `schema ${SCHEMA} {\n  level = [Level]  @type(${value})\n}`,
  records: (TYPED_CELLS[value] ?? ['']).filter((cell, index) => index === 0 || cell !== '').map((Level) => ({ Level })),
});

/** A complete mapping and a record for it; the operation is shown in full. */
export const WHOLE_EXAMPLE: MappingExample = {
  mapping: `source csv {
  delimiter = ";"
}

where [Type] <> "Intern"

externalId = [Id]
userName   = Join("@", ToLower([User]), "contoso.com")
active     = Switch([Status], , "Active", "True", "Left", "False")

name {
  familyName = [Last]
  givenName  = [First]
}`,
  records: [{ Id: '7', User: 'Ana', Type: 'Employee', Status: 'Active', Last: 'Lima', First: 'Ana' }],
};

export const MAPPING_SECTIONS: readonly MappingSection[] = [
  {
    title: 'Rules',
    text: `A rule has the path of a SCIM attribute on the left and an expression on the right. The expression is a column in brackets, a constant, or a call of the
[expression language](expressions.md). Paths match ignoring case; names of columns match exactly, after blanks around them are taken away. The order of rules means nothing, and a path
may have one rule only.`,
    examples: [
      {
        mapping: 'displayName = [Full Name]\ntitle       = "Clerk"\nuserType    = ToUpper([Type])',
        records: [{ 'Full Name': 'Ana Lima', Type: 'emp' }],
      },
      { mapping: 'title = [JobTitle]\ntitle = [Role]', isRefused: true },
    ],
  },
  {
    title: 'Columns',
    text: 'Brackets inside the name of a column are balanced; other characters do not need an escape.',
    examples: [{ mapping: 'title = [Title (from "HR") [old]]', records: [{ 'Title (from "HR") [old]': 'Clerk' }] }],
  },
  {
    title: 'Texts and numbers',
    text: `A text is in double quotes and ends on its line. \`\\"\` is a quotation mark and \`\\\\\` a backslash; a backslash before anything else stays. A whole number means the same as in
quotes.`,
    examples: [
      { mapping: 'title = "a \\"b\\" \\\\ c\\d"', records: [{}] },
      { mapping: 'title = 42', records: [{}] },
    ],
  },
  {
    title: 'Sub-attributes and groups',
    text: `A sub-attribute follows a dot. A group contains the common beginning of several paths. Its brace opens on the line of the path, and a group of one rule fits on one line.`,
    examples: [
      {
        mapping: 'name {\n  familyName = [Last]\n  givenName  = [First]\n}',
        records: [{ Last: 'Lima', First: 'Ana' }],
      },
      { mapping: 'name { familyName = [Last] }\nname.givenName = [First]', records: [{ Last: 'Lima', First: 'Ana' }] },
    ],
  },
  {
    title: 'Elements of lists',
    text: `A filter names an element of an attribute that has several: an equality, or equalities joined by \`and\`. Its terms are written into the element, and rules with the same filter
fill the same element. The service reads elements with \`type eq "work"\` only.`,
    examples: [
      {
        mapping:
          'emails[type eq "work"].value = [Mail]\naddresses[type eq "work" and primary eq true] {\n  locality = [City]\n  country  = [Country]\n}',
        records: [
          { Mail: 'ana@contoso.com', City: 'Porto', Country: 'PT' },
          { Mail: '', City: 'Porto', Country: '' },
        ],
      },
    ],
  },
  {
    title: 'Other schemas',
    text: `A \`schema\` block holds rules for the attributes of another schema than the User. The URN may also be written before each path. Attributes of the Enterprise User have their types; those of
a schema of your own are texts unless \`@type\` says otherwise.`,
    examples: [
      {
        mapping:
          'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\n  department    = [Department]\n  manager.value = [ManagerID]\n}',
        records: [{ Department: 'Sales', ManagerID: '3' }],
      },
      {
        mapping: 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:badge = [Badge]',
        records: [{ Badge: 'B-12' }],
      },
    ],
  },
  {
    title: 'Conditions',
    text: `\`where\` takes the same conditions as the first argument of \`IIF\`. A record that does not meet it is excluded and counted. If there are several conditions, all must be true.`,
    examples: [
      {
        mapping: 'where [Type] <> "Intern"\nwhere IsPresent([Start])\ntitle = [Type]',
        records: [
          { Type: 'Employee', Start: '2026-01-01' },
          { Type: 'Intern', Start: '2026-01-01' },
          { Type: 'Employee', Start: '' },
        ],
      },
    ],
  },
  {
    title: 'Empty cells and null',
    text: `A cell is empty when it holds the empty text or one of the texts of the setting \`empty\`. An empty cell is *null* to expressions. A rule that gives null leaves its attribute out, and
\`@empty\` says otherwise. An attribute whose parts are all left out is left out. \`externalId\`, \`userName\` and \`active\` refuse the record instead.`,
    examples: [
      {
        mapping:
          'source csv {\n  empty = "N/A"\n}\n\ntitle    = Coalesce([Title], [Role])\nnickName = Append([Nick], "!")\nname {\n  familyName = [Last]\n}',
        records: [
          { Title: 'Clerk', Role: 'HR', Nick: 'Ani', Last: 'Lima' },
          { Title: 'N/A', Role: 'HR', Nick: 'N/A', Last: '' },
        ],
      },
      { mapping: 'userName = [Mail]', records: [{ Mail: '' }] },
    ],
  },
  {
    title: 'Types',
    text: `The value of a rule is converted to the type of its attribute, and what does not convert refuses the record; nothing becomes \`false\` because it was not understood. \`active\` takes \`True\` and \`False\`, ignoring case,
and nothing else: \`Switch\` translates what the extract has.`,
    examples: [
      { mapping: 'active = [Active]', records: [{ Active: 'FALSE' }, { Active: 'no' }] },
      {
        mapping: 'active = Switch([Status], , "Active", "True", "Left", "False")',
        records: [{ Status: 'Left' }, { Status: 'Paused' }],
      },
    ],
  },
  {
    title: 'Leaving out an attribute or a record',
    text: '`IgnoreAttributeFlow` leaves the attribute out, and `IgnoreObjectFlow` the whole record. `IgnoreFlowIfNullOrEmpty` leaves the attribute out when there is no value.',
    examples: [
      {
        mapping:
          'title    = IIF([Role] = "secret", IgnoreAttributeFlow, [Role])\nuserType = IIF([Type] = "Robot", IgnoreObjectFlow, [Type])\nnickName = IgnoreFlowIfNullOrEmpty([Nick])  @empty(null)',
        records: [
          { Role: 'Clerk', Type: 'Employee', Nick: 'Ani' },
          { Role: 'secret', Type: 'Employee', Nick: '' },
          { Role: 'Clerk', Type: 'Robot', Nick: '' },
        ],
      },
    ],
  },
  {
    title: 'Several lines',
    text: `A rule ends at the end of its line, unless a parenthesis or a bracket of it is open. A parenthesis that is never closed ends where the next line begins a rule or another statement, so that a mistake
costs one rule.`,
    examples: [
      {
        mapping: 'title = Join(\n  " - ",\n  [Role],   # what they do\n  [Site]\n)',
        records: [{ Role: 'Clerk', Site: 'Porto' }],
      },
      { mapping: 'title = Join(" - ", [Role]\nnickName = [Nick]', isRefused: true },
    ],
  },
  {
    title: 'Comments',
    text: `\`#\` begins a comment wherever a word may begin, and is part of the text inside quotes. \`# ignore CODE\` silences a [problem](problems.md) on its line, or alone on a line that of the next;
several codes have commas between them, and a reason may follow a colon. Problems that keep a mapping from being used cannot be silenced.`,
    examples: [
      { mapping: '# From the nightly extract\ntitle = "# 1"  # not the comment before', records: [{}] },
      {
        mapping: 'emails[type eq "home"].value = [Mail]  # ignore mapping.element-not-work: another target reads it',
        records: [{ Mail: 'ana@example.com' }],
      },
    ],
  },
];

/** Words that begin a statement, used as the names of attributes. */
export const RESERVED_EXAMPLE: MappingExample = {
  mapping:
    'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n  source = [Source]\n  where  = [Where]\n}',
  records: [{ Source: 'HR', Where: 'Porto' }],
};

export const TENANT_EXAMPLE: MappingExample = {
  mapping: 'userName = Join("@", [User], DefaultDomain())',
  isRefused: true,
};
