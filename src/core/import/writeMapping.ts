import { printString } from '../expression/print';
import type { AttributePath } from '../scim/attributePath';
import { formatAttributePath } from '../scim/attributePath';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../scim/userSchema';
import { ENTERPRISE_USER_URN } from '../scim/urns';
import { isPrintable, printableLines } from '../text/printable';
import type { DraftRule, DraftSource, MappingDraft } from './mappingDraft';

/** A line of the text, and the rule on it, if any. */
export interface WrittenLine {
  readonly text: string;
  readonly rule?: DraftRule;
}

/** Writes a draft as the canonical text of a mapping file. */
export function writeMapping(draft: MappingDraft): string {
  return `${writeLines(draft)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

/**
 * Writes a draft line by line: attributes in the order of their schema, the members of an attribute together, `=`
 * aligned.
 */
export function writeLines(draft: MappingDraft): readonly WrittenLine[] {
  const header = [...draft.header, ...unprintableFiles(draft.source)];
  const paragraphs: (readonly WrittenLine[])[] = [header.map(comment)];
  if (draft.source !== undefined) paragraphs.push(sourceBlock(draft.source));
  for (const [urn, rules] of bySchemaUrn([...draft.rules].sort(bySchema))) {
    if (urn === undefined) for (const paragraph of paragraphsOf(rules, '')) paragraphs.push(paragraph);
    else if (rules.every(({ isOff }) => isOff === true))
      paragraphs.push(rules.flatMap((rule) => offLines(rule, '', fullPath)));
    else paragraphs.push([{ text: `schema ${urn} {` }, ...joined(paragraphsOf(rules, '  ')), { text: '}' }]);
  }
  for (const lines of draft.remarks ?? []) paragraphs.push(lines.map(comment));
  return joined(paragraphs);
}

function bySchemaUrn(rules: readonly DraftRule[]): ReadonlyMap<string | undefined, readonly DraftRule[]> {
  const groups = new Map<string | undefined, DraftRule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.path.urn);
    if (group === undefined) groups.set(rule.path.urn, [rule]);
    else group.push(rule);
  }
  return groups;
}

function comment(text: string): WrittenLine {
  return { text: `# ${printableLines(oneLine(text))}`.trimEnd() };
}

/** Remarks on files that the setting `files` cannot name, because a text in a mapping is printable and on one line. */
function unprintableFiles({ files = [] }: DraftSource = {}): readonly string[] {
  return files
    .filter((file) => !isPrintable(file))
    .map(
      (file) =>
        `The extract ${JSON.stringify(file)} is not named below: its name has characters that a mapping cannot hold. Rename it.`,
    );
}

function sourceBlock({ files = [], delimiter, encoding, header, notes = {} }: DraftSource): readonly WrittenLine[] {
  const settings: (readonly [string, string])[] = [];
  const printable = files.filter(isPrintable);
  if (printable.length > 0) settings.push(['files', printable.map(printString).join(', ')]);
  if (delimiter !== undefined) settings.push(['delimiter', delimiter === '\t' ? '"\\t"' : printString(delimiter)]);
  if (encoding !== undefined) settings.push(['encoding', printString(encoding)]);
  if (header !== undefined) settings.push(['header', String(header)]);
  const reasons = new Map<string, string>(Object.entries(notes));
  const width = Math.max(0, ...settings.map(([name]) => name.length));
  return settings.length === 0
    ? []
    : [
        { text: 'source csv {' },
        ...settings.flatMap(([name, value]) => {
          const reason = reasons.get(name);
          const above = reason === undefined ? [] : [{ text: `  ${comment(reason).text}` }];
          return [...above, { text: `  ${name.padEnd(width)} = ${value}` }];
        }),
        { text: '}' },
      ];
}

/**
 * The rules of one schema: first those of plain attributes, then a group for each attribute or element with members.
 */
function paragraphsOf(rules: readonly DraftRule[], indent: string): readonly (readonly WrittenLine[])[] {
  const plain: DraftRule[] = [];
  const groups = new Map<string, DraftRule[]>();
  for (const rule of rules) {
    if (rule.path.sub === undefined) plain.push(rule);
    else {
      const head = headOf(rule.path);
      const members = groups.get(head);
      if (members === undefined) groups.set(head, [rule]);
      else members.push(rule);
    }
  }
  const paragraphs: (readonly WrittenLine[])[] = [];
  const loose = [...plain];
  for (const [head, members] of groups) {
    const active = members.filter(({ isOff }) => isOff !== true).length;
    if (active < 2) {
      // A single member does not need a group. In a schema block it joins the plain attributes; elsewhere it is a
      // paragraph, like a group
      if (indent !== '') for (const member of members) loose.push(member);
      else paragraphs.push(block(members, indent, fullPath));
    } else {
      paragraphs.push([
        { text: `${indent}${head} {` },
        ...block(members, `${indent}  `, ({ sub }) => sub ?? ''),
        { text: `${indent}}` },
      ]);
    }
  }
  return [block(loose, indent, indent === '' ? fullPath : pathInBlock), ...paragraphs];
}

function headOf({ attribute, filter }: AttributePath): string {
  return formatAttributePath(filter === undefined ? { attribute } : { attribute, filter });
}

function pathInBlock({ attribute, filter, sub }: AttributePath): string {
  return headOf(filter === undefined ? { attribute } : { attribute, filter }) + (sub === undefined ? '' : `.${sub}`);
}

function fullPath(path: AttributePath): string {
  return formatAttributePath(path);
}

/** Longer names do not push the right sides of others to the right, as in a formatted mapping. */
const WIDEST = 40;

/** Consecutive rules with `=` aligned, each after its comments. */
function block(
  rules: readonly DraftRule[],
  indent: string,
  name: (path: AttributePath) => string,
): readonly WrittenLine[] {
  const widths = rules.filter(({ isOff }) => isOff !== true).map(({ path }) => name(path).length);
  const width = widths.reduce((most, length) => (length <= WIDEST ? Math.max(most, length) : most), 0);
  return rules.flatMap((rule) => {
    if (rule.isOff === true) return offLines(rule, indent, name);
    const above = (rule.comments ?? []).map((line) => ({ text: indent + comment(line).text }));
    return [...above, { text: `${indent}${name(rule.path).padEnd(width)} = ${rightSide(rule)}`, rule }];
  });
}

function offLines(rule: DraftRule, indent: string, name: (path: AttributePath) => string): readonly WrittenLine[] {
  return [...(rule.comments ?? []), `${name(rule.path)} = ${rightSide(rule)}`].map((line) => ({
    text: indent + comment(line).text,
  }));
}

function rightSide({ expression, empty, type, note }: DraftRule): string {
  const decorators = [
    ...(empty === undefined ? [] : [`@empty(${empty})`]),
    ...(type === undefined ? [] : [`@type(${type})`]),
  ];
  const trailing = note === undefined ? '' : `  # ${printableLines(oneLine(note))}`;
  return oneLine([expression, ...decorators].join('  ')) + trailing;
}

/** Joins the lines of a text, so that quoted text cannot end a comment. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+\s*/g, ' ');
}

function joined(paragraphs: readonly (readonly WrittenLine[])[]): readonly WrittenLine[] {
  return paragraphs
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [{ text: '' }, ...lines]));
}

/** Attributes that readers look for first; the others follow in the order of RFC 7643. */
const FIRST = ['externalId', 'userName', 'displayName', 'active'];

function bySchema(a: DraftRule, b: DraftRule): number {
  const [left, right] = [rank(a.path), rank(b.path)];
  for (let i = 0; i < left.length; i++) {
    const [x = 0, y = 0] = [left[i], right[i]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function rank({ urn, attribute, filter, sub }: AttributePath): readonly (number | string)[] {
  const schema = urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn === urn);
  const definition = schema?.attributes.find(({ name }) => name === attribute);
  const place = definition === undefined ? -1 : (schema?.attributes.indexOf(definition) ?? -1);
  const first = urn === undefined ? FIRST.indexOf(attribute) : -1;
  return [
    urn === undefined ? 0 : urn === ENTERPRISE_USER_URN ? 1 : 2,
    urn ?? '',
    first < 0 ? FIRST.length : first,
    place < 0 ? Number.MAX_SAFE_INTEGER : place,
    JSON.stringify(filter ?? []),
    definition?.subAttributes?.findIndex(({ name }) => name === sub) ?? -1,
  ];
}
