import type { Family, FunctionEntry, Fidelity, Parameter } from './functions/functionEntry';
import { functions } from './functions/table';
import { signature } from './signature';

const FAMILIES: readonly Family[] = [
  'Text',
  'Logic and flow',
  'Dates',
  'Numbers and conversion',
  'Multi-valued',
  'Roles, uniqueness and tenant',
];

/** Generates the reference page of the language in Markdown from the table of functions. */
export function describeLanguage(): string {
  return [INTRODUCTION, index(), ...FAMILIES.map(familySection), LITERATURE].join('\n\n') + '\n';
}

const INTRODUCTION = `# Expressions

<!-- Made from the table of functions by "npm run docs": do not edit. -->

The language of Microsoft Entra's provisioning mappings, as it is evaluated here. The mapping files of this project use it over the
columns of an extract, the attribute mappings of a provisioning job over attributes.

| piece | looks like | good to know |
| --- | --- | --- |
| call | \`Join("@", [UserID], "contoso.com")\` | function names are case-sensitive |
| column or attribute | \`[WorkerID]\`, \`[emails[type eq "work"].value]\` | one name, case-sensitive; inner brackets are balanced |
| text | \`"a \\"b\\" \\\\ c"\` | \`\\"\` and \`\\\\\` are the only escapes; a backslash before anything else stays |
| whole number | \`8\`, \`-1\`, \`&HFF\` | the same as in quotes |
| omitted argument | \`Switch([x], , "a", "b")\` | neither null nor \`""\` |
| comparison | \`[Country] = "DE"\` | \`= <> > >= < <=\`, only as the condition of IIF and CBool; one at a time |
| word | \`IgnoreAttributeFlow\`, \`IgnoreObjectFlow\` | leave out the attribute, or the record |

An absent value is *null*; \`""\` is a value. Most functions give null when their first argument is null. True and False are the texts
\`True\` and \`False\`. A comparison with null is false, except \`<>\` when only one side is null; two whole numbers compare as numbers, two dates as
times, everything else as text, case-sensitive. IIF, Switch, Coalesce and SelectUniqueValue evaluate only what they need. An expression has at most 10,000
characters.

**How far to trust a result.** *Exact*: as documented. *Approximated*: the documentation is silent or contradicts itself, and
the reason says what was chosen. *Needs context*: depends on something that only the tenant, its target or the clock knows.

Errors on a record: \`E_DATE\` (not a date, or out of range), \`E_INDEX\` (no such position), \`E_REGEX\` (pattern refused, or too much work), \`E_TYPE\` (not the required kind
of value), \`E_SIZE\` (a result over 1 MiB, or 4 MiB of intermediate text), \`E_NOT_UNIQUE\` (all values are taken), \`E_CONTEXT\` (something is not known here).`;

const LITERATURE = `## Source

Facts about the functions: Microsoft, *Reference for writing expressions for attribute mappings in Microsoft Entra application provisioning*,
and related pages, read in November 2026. The wording here is ours.`;

function index(): string {
  const rows = functions.map(
    (entry) =>
      `| [${entry.name}](#${entry.name.toLowerCase()}) | ${code(signature(entry))} | ${entry.returns} | ${entry.fidelity.mark} |`,
  );
  return [
    '## All functions',
    '',
    '| function | call | gives | result here |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function familySection(family: Family): string {
  return [`## ${family}`, ...functions.filter((entry) => entry.family === family).map(functionSection)].join('\n\n');
}

function functionSection(entry: FunctionEntry): string {
  const parts = [`### ${entry.name}`, `${code(signature(entry))} → ${entry.returns}`, entry.documentation];
  if (entry.parameters.length > 0) parts.push(parameterTable(entry.parameters, entry.repeats ?? 0));
  parts.push(`${code(entry.example.expression)} gives ${code(entry.example.result)}`);
  parts.push(
    fidelityLine(entry.fidelity) +
      (entry.unlisted === true ? ' Not in the list of functions of the reference page.' : ''),
  );
  return parts.join('\n\n');
}

function parameterTable(parameters: readonly Parameter[], repeats: number): string {
  const rows = parameters.map((parameter, place) => {
    const repeated = place >= parameters.length - repeats;
    const kind = parameter.optional === true ? 'optional' : repeated ? 'repeats' : '';
    const values = parameter.values === undefined ? '' : ` One of ${parameter.values.map(code).join(', ')}.`;
    return `| ${code(parameter.name)} | ${parameter.type} | ${kind} | ${cell(parameter.documentation + values)} |`;
  });
  return ['| argument | kind | | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fidelityLine(fidelity: Fidelity): string {
  return fidelity.mark === 'exact'
    ? '*Exact.*'
    : `*${fidelity.mark === 'approximated' ? 'Approximated' : 'Needs context'}:* ${fidelity.reason}`;
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
