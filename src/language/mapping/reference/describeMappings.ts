import { functions } from '../../../core/expression/functions/table';
import type { SettingName } from '../../../core/mapping/syntax/settings';
import { SETTINGS } from '../../../core/mapping/syntax/settings';
import type { SchemaDefinition } from '../../../core/scim/schema';
import { KNOWN_SCHEMAS } from '../../../core/scim/userSchema';
import { DECORATOR_MEANINGS, DECORATOR_VALUES, KEYWORD_MEANINGS, SETTING_MEANINGS } from '../document/mappingWords';
import type { MappingExample } from './mappingExample';
import { operationOf, runExample } from './mappingExample';
import type { MappingSection } from './mappingSections';
import {
  EMPTY_EXAMPLE,
  MAPPING_SECTIONS,
  RESERVED_EXAMPLE,
  SETTING_EXAMPLES,
  TENANT_EXAMPLE,
  TYPE_EXAMPLE,
  WHOLE_EXAMPLE,
} from './mappingSections';

/** The reference page of mappings, in Markdown. Its examples are evaluated while it is generated. */
export function describeMappings(): string {
  return [
    INTRODUCTION,
    wholeMapping(),
    sourceBlock(),
    ...MAPPING_SECTIONS.map(describeSection),
    decorators(),
    reservedWords(),
    tenantFunctions(),
    attributes(),
  ]
    .join('\n\n')
    .concat('\n');
}

/** All examples of the page. */
export function mappingExamples(): readonly MappingExample[] {
  return [
    WHOLE_EXAMPLE,
    sourceExample(),
    ...MAPPING_SECTIONS.flatMap(({ examples }) => examples),
    ...Object.keys(DECORATOR_VALUES.empty).map(EMPTY_EXAMPLE),
    ...Object.keys(DECORATOR_VALUES.type).map(TYPE_EXAMPLE),
    RESERVED_EXAMPLE,
    TENANT_EXAMPLE,
  ];
}

const INTRODUCTION = `# Mappings

<!-- Made from the tables of the language by "npm run docs": do not edit. -->

${wrapped(`A mapping (\`.scimmap\`) describes how each record of an extract is converted: one rule per line, with a SCIM attribute on the left and an expression over the columns on the right. This page shows everything that can be written in it. The results of the examples were computed when the page was made; an example without a rule for \`externalId\`, \`userName\` or \`active\` is run with one that is not shown.`)}`;

function wholeMapping(): string {
  const request = JSON.stringify(JSON.parse(operationOf(WHOLE_EXAMPLE)), null, 2);
  return [
    '## A whole mapping',
    mappingFence(WHOLE_EXAMPLE.mapping),
    recordTable(WHOLE_EXAMPLE, undefined),
    'The result:',
    `\`\`\`json\n${request}\n\`\`\``,
    wrapped(
      'Members have a fixed order: `schemas`, `externalId`, `userName`, the others as RFC 7643 lists them, other schemas last. The same extract gives the same bytes. `bulkId` contains the number of the record. `schemas` lists User, Enterprise User and every other schema that the record fills.',
    ),
  ].join('\n\n');
}

function sourceExample(): MappingExample {
  return {
    mapping: `source csv {\n${Object.values(SETTING_EXAMPLES)
      .map((line) => `  ${line}\n`)
      .join('')}}`,
  };
}

function sourceBlock(): string {
  const rows = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const { kind, several } = SETTINGS[name];
    const takes = { string: 'text', integer: 'whole number', column: 'column' }[kind];
    return [`\`${name}\``, several ? `${takes}, several` : takes, SETTING_MEANINGS[name], code(SETTING_EXAMPLES[name])];
  });
  return [
    '## How the extract is read',
    'A mapping has at most one block `source csv { ... }`. Missing settings are detected from the file.',
    table(['setting', 'takes', 'means', 'example'], rows),
  ].join('\n\n');
}

function describeSection({ title, text, examples }: MappingSection): string {
  return [`## ${title}`, wrapped(text), ...examples.map(describeExample)].join('\n\n');
}

function decorators(): string {
  return [
    '## Decorators',
    'A decorator follows the expression of its rule.',
    `### @empty\n\n${DECORATOR_MEANINGS.empty}`,
    valueTable(DECORATOR_VALUES.empty, EMPTY_EXAMPLE),
    `### @type\n\n${DECORATOR_MEANINGS.type}`,
    valueTable(DECORATOR_VALUES.type, TYPE_EXAMPLE),
  ].join('\n\n');
}

/** A table with the meaning of each value of a decorator, and the results of its example. */
function valueTable(values: Readonly<Record<string, string>>, exampleOf: (value: string) => MappingExample): string {
  const rows = Object.entries(values).map(([value, meaning]) => {
    const example = exampleOf(value);
    const { results } = runExample(example);
    const shown = results.map((result, index) => `${cellsOf(example.records?.[index] ?? {})}: ${withoutUrn(result)}`);
    return [`\`${value}\``, meaning, shown.join('<br>')];
  });
  return table(['value', 'means', 'of a cell'], rows);
}

/** A result for a custom schema without its URN, which is the same in all examples. */
function withoutUrn(result: string): string {
  return result.replace(/^`\{"urn:[^"]*":(.*)\}`$/, '`$1`');
}

function reservedWords(): string {
  const words = Object.keys(KEYWORD_MEANINGS).map((word) => `\`${word}\``);
  const last = words.pop() ?? '';
  return [
    '## Reserved words',
    `${words.join(', ')} and ${last} begin a statement, except before \`=\`: a custom attribute may have such a name.`,
    describeExample(RESERVED_EXAMPLE),
  ].join('\n\n');
}

function tenantFunctions(): string {
  const names = functions
    .filter(({ needs }) => needs === 'tenant' || needs === 'roles')
    .map(({ name }) => `[${name}](expressions.md#${name.toLowerCase()})`);
  return [
    '## Functions that need the tenant',
    wrapped(
      `The target tenant is unknown here, so a mapping cannot call ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}. Use them in the attribute mappings of the provisioning job.`,
    ),
    describeExample(TENANT_EXAMPLE),
  ].join('\n\n');
}

function attributes(): string {
  return ['## Attributes', ...KNOWN_SCHEMAS.map(describeSchema)].join('\n\n');
}

function describeSchema({ name, urn, attributes: own }: SchemaDefinition): string {
  const rows = own.map((attribute) => [
    `\`${attribute.name}\``,
    attribute.multiValued === true ? 'list' : attribute.subAttributes === undefined ? attribute.type : 'group',
    (attribute.subAttributes ?? []).map((sub) => `\`${sub.name}\``).join(', '),
    attribute.readOnly === true ? `${attribute.description} Only the service sets it.` : attribute.description,
  ]);
  return [`### ${name}\n\n\`${urn}\``, table(['attribute', 'type', 'sub-attributes', 'means'], rows)].join('\n\n');
}

function describeExample(example: MappingExample): string {
  const { problems, results } = runExample(example);
  const shown = [mappingFence(example.mapping)];
  const error = problems.find(({ severity }) => severity === 'error');
  if (example.isRefused === true)
    shown.push(`Refused: ${error === undefined ? '' : `${error.message} (\`${error.code}\`)`}`);
  else if (results.length > 0) shown.push(recordTable(example, results));
  return shown.join('\n\n');
}

/** A table of an example's records with their results. */
function recordTable({ records = [] }: MappingExample, results: readonly string[] | undefined): string {
  const columns = Object.keys(records[0] ?? {});
  if (columns.length === 0) return `Gives ${results?.join(', ') ?? ''}.`;
  const rows = records.map((cells, index) => [
    ...columns.map((column) => cellOf(cells[column] ?? '')),
    ...(results === undefined ? [] : [results[index] ?? '']),
  ]);
  return table([...columns, ...(results === undefined ? [] : ['gives'])], rows);
}

function cellsOf(cells: Readonly<Record<string, string>>): string {
  return Object.values(cells).map(cellOf).join(', ');
}

function cellOf(text: string): string {
  return text === '' ? '*empty*' : code(text);
}

function code(text: string): string {
  return `\`${text}\``;
}

function mappingFence(mapping: string): string {
  return `\`\`\`scimmap\n${mapping}\n\`\`\``;
}

/** Wraps a paragraph at 120 columns. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= 120) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
