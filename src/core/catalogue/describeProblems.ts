import type { ProblemExample, ProblemKind } from '../problems/problemKind';
import { problemKinds } from './problemKinds';

/** The page that explains every kind of problem, in Markdown, made from the catalogue. */
export function describeProblems(): string {
  return [INTRODUCTION, ...[...byArea()].map(([area, kinds]) => areaSection(area, kinds))].join('\n\n') + '\n';
}

/** The anchor of a code on that page: that of its heading, as Markdown viewers form it. */
export function problemAnchor(code: string): string {
  return code.toLowerCase().replaceAll('.', '');
}

const INTRODUCTION = `# Problems

<!-- Made from the catalogue of problems by "npm run docs": do not edit. -->

What can be wrong with a mapping, an extract, a payload, the schema of a provisioning job, or a file to import, by code. The editor and \`entra-inbound check\` report the same problems; those under *value* and some
others need an extract. Each names its authority: *RFC 7643* and *RFC 7644* (SCIM), *Entra* (the service's documentation),
*the extract* (its columns and values) or *the language* (this format).

**Error** means that the RFC, the service's rules or the data prove it wrong. With *cannot be lowered*, a mapping or payload with such an error cannot
be used. Every other kind can be set to another level: in the editor by the setting \`entraInbound.problems.levels\`, on the command line by
\`--level CODE=LEVEL\`, with \`error\`, \`warning\`, \`information\` or \`off\`. The setting of a trusted workspace raises levels but does not lower them. In a mapping, a comment at the end of a line silences problems of that line, and so does a comment on its own line
above:

\`\`\`scimmap
emails[type eq "home"].value = [Mail]  # ignore mapping.element-not-work
\`\`\`

Separate several codes with commas; a reason may follow a colon. A comment on the first line of the file silences problems of the file as a
whole. A comment without effect is itself reported.

The command line prints \`FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]\`. In commands that read records one by one (\`read\`, \`convert\`, \`plan\`, \`send\`), the severity is \`fatal\` (the extract cannot be used), \`row\` (this
record is left out, the others are not) or \`warning\`. \`check --extract\` counts over all records, and reports the same case for the mapping: a status that no rule decides is one
\`value.status.undecided\` there, with every word and its frequency, but a \`value.bool.unknown\` in each affected record elsewhere.

In examples of extracts \`\\xE9\` is a byte, and \`\\r\`, \`\\n\` and \`\\0\` are invisible characters. Some codes have been renamed since the first
previews (\`value.tooLong\` is \`value.too-long\` now): comments, the setting and \`--level\` also accept the former spellings.`;

const AREAS: Readonly<Record<string, string>> = {
  mapping: 'Mapping',
  expression: 'Expressions',
  value: 'Values',
  map: 'Mapping and extract',
  csv: 'Extract',
  payload: 'Payload',
  job: 'Job schema',
  json: 'JSON',
  import: 'Import',
  file: 'Files',
  users: 'Users',
};

/** Areas whose examples are JSON, which cannot have comments. */
const JSON_AREAS = new Set(['payload', 'job', 'json', 'users']);

/** The languages of code blocks for examples with a special form. */
const FENCES: Readonly<Record<NonNullable<ProblemExample['form']>, string>> = {
  extract: 'csv',
  command: 'sh',
  psd1: 'powershell',
};

function byArea(): ReadonlyMap<string, readonly ProblemKind[]> {
  const areas = new Map<string, ProblemKind[]>(Object.keys(AREAS).map((area) => [area, []]));
  for (const kind of problemKinds) {
    const area = areaOf(kind.code);
    areas.set(area, [...(areas.get(area) ?? []), kind]);
  }
  return areas;
}

function areaSection(area: string, kinds: readonly ProblemKind[]): string {
  return [`## ${AREAS[area] ?? area}`, ...kinds.map(describeProblem)].join('\n\n');
}

/** Describes one kind of problem in Markdown, as a section of the page or as a page. */
export function describeProblem({
  code,
  severity,
  blocking,
  title,
  explanation,
  remedy,
  authority,
  example,
}: ProblemKind): string {
  const fixed = blocking === true ? ', cannot be lowered' : '';
  return [
    `### ${code}`,
    `${title} · *${severity}${fixed}* · according to ${authority}`,
    explanation,
    remedy,
    ...describeExample(code, example),
  ].join('\n\n');
}

function describeExample(code: string, { wrong, right, form }: ProblemExample): readonly string[] {
  const language = form === undefined ? (JSON_AREAS.has(areaOf(code)) ? 'json' : undefined) : FENCES[form];
  if (language === undefined) return [fenced('scimmap', `# wrong\n${wrong}\n\n# right\n${right}`)];
  return ['Wrong:', fenced(language, wrong), 'Right:', fenced(language, right)];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function areaOf(code: string): string {
  return code.split('.')[0] ?? '';
}
