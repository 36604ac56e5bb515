import type { ProblemExample, ProblemKind } from '../problems/problemKind';
import { problemKinds } from './problemKinds';

/** The page that explains every kind of problem, in Markdown, made from the catalogue. */
export function describeProblems(): string {
  return [INTRODUCTION, ...[...byArea()].map(([area, kinds]) => areaSection(area, kinds))].join('\n\n') + '\n';
}

/** The place of a code on that page: its heading, as Markdown viewers name it. */
export function problemAnchor(code: string): string {
  return code.toLowerCase().replaceAll('.', '');
}

const INTRODUCTION = `# Problems

<!-- Made from the catalogue of problems by "npm run docs": do not edit. -->

What can be wrong with a mapping, an extract, a payload, the schema of a provisioning job, or a file to import, by code. The editor and \`entra-inbound check\` report the same problems; those under *value* and some
others need an extract, and are found when one is at hand. Each says who says so: *RFC 7643* and *RFC 7644* (SCIM), *Entra* (the service's documentation),
*the extract* (its columns and values) or *the language* (this format).

**Error** means that the RFC, the service's rules or the data prove it wrong. Where the text says *cannot be lowered*, a mapping or payload with such an error cannot
be used. Every other kind can be set to another level: in the editor by the setting \`entraInbound.problems.levels\`, on the command line by
\`--level CODE=LEVEL\`, with \`error\`, \`warning\`, \`information\` or \`off\`. The setting of a trusted workspace raises levels and lowers none. In a mapping one place is silenced by a comment at the end of its line, or alone on the line
above:

\`\`\`scimmap
emails[type eq "home"].value = [Mail]  # ignore mapping.element-not-work
\`\`\`

Several codes stand with commas between them, and a reason may follow a colon. On the first line of the file a comment silences what is said of the file as a
whole. A comment that silences nothing is itself reported.

The command line prints \`FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]\`. Where it reads records one by one (\`read\`, \`convert\`, \`plan\`, \`send\`), the severity is \`fatal\` (nothing of the extract can be used), \`row\` (this
record is left out, the others are not) or \`warning\`. \`check --extract\` counts over all records, and sees the same case from the side of the mapping: a status that no rule decides is one
\`value.status.undecided\` there, with every word and how often it occurs, and a \`value.bool.unknown\` in each record that has it elsewhere.

In examples of extracts \`\\xE9\` is a byte, and \`\\r\`, \`\\n\` and \`\\0\` are characters that are not seen otherwise. Codes have been renamed since the first
previews (\`value.tooLong\` is \`value.too-long\` now): comments, the setting and \`--level\` take the former spellings, too.`;

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

/** Areas whose examples are JSON, which has no comments to say what is wrong. */
const JSON_AREAS = new Set(['payload', 'job', 'json', 'users']);

/** Languages of the fences that examples of a form of their own stand in. */
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

/** What is said of one kind of problem, in Markdown; a page by itself when it is shown alone. */
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
