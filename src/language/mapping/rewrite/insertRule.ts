import type { MappingTree, Group, Rule, SchemaBlock, Statement } from '../../../core/mapping/syntax/syntax';
import { elementKey } from '../../../core/mapping/model/pathKey';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../../core/scim/userSchema';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { lineEnd, lineEndOf, linesWithComments, lineStart } from './statementLines';

/**
 * Inserts a rule next to similar ones: in the block of its schema or element if there is one, in the order of the
 * schema.
 * @param rest the text after the path: the expression and decorators
 */
export function insertRule({ text, loaded }: MappingDocument, path: AttributePath, rest: string): TextEdit {
  const { tree } = loaded.parsed;
  const rule = (from: AttributePath) => `${formatAttributePath(from)} = ${rest}`;
  if (path.urn !== undefined) {
    const { urn, ...own } = path;
    const block = schemaBlock(tree, urn);
    return block === undefined
      ? atEnd(text, ['', `schema ${urn} {`, `  ${rule(own)}`, '}'])
      : insertAmong(text, block.body, own, rule(own), block.span, urn);
  }
  const group = path.sub === undefined ? undefined : groupOf(tree, path);
  if (group !== undefined && path.sub !== undefined)
    return insertAmong(text, group.body, { attribute: path.sub }, rule({ attribute: path.sub }), group.span);
  const members = tree.statements.filter(isMember);
  return members.length > 0 ? insertAmong(text, members, path, rule(path)) : insertFirst(text, tree, rule(path));
}

function isMember(statement: Statement): statement is Group | Rule {
  return statement.kind === 'rule' || statement.kind === 'group';
}

function schemaBlock({ statements }: MappingTree, urn: string): SchemaBlock | undefined {
  const blocks = statements.filter((statement) => statement.kind === 'schema');
  return blocks.find((block) => block.urn.text.toLowerCase() === urn.toLowerCase() && block.span.end > 0);
}

function groupOf({ statements }: MappingTree, path: AttributePath): Group | undefined {
  const wanted = elementKey(path);
  return statements.find((statement): statement is Group => {
    if (statement.kind !== 'group' || statement.path.names.length !== 1) return false;
    const { names, filter } = statement.path;
    return elementKey({ attribute: names[0]?.text ?? '', ...(filter ? { filter: filter.terms } : {}) }) === wanted;
  });
}

/**
 * Inserts among rules and groups: after the last one that precedes it in the schema, next to other rules if possible.
 */
function insertAmong(
  text: string,
  members: readonly (Group | Rule)[],
  path: AttributePath,
  rule: string,
  block?: Span,
  urn?: string,
): TextEdit {
  const place = orderOf(path.attribute, urn);
  const isPlain = path.sub === undefined;
  const candidates = isPlain && members.some(({ kind }) => kind === 'rule') ? members.filter(isRule) : members;
  const earlier = candidates.filter((member) => orderOf(member.path.names[0]?.text ?? '', urn) <= place).at(-1);
  const next = candidates[0];
  if (earlier !== undefined) return insertAfter(text, earlier.span, rule, block);
  if (next !== undefined) {
    const at = linesWithComments(text, next.span)?.start ?? next.span.start;
    return { span: span(at, at), newText: rule + lineEndOf(text).repeat(next.kind === 'group' ? 2 : 1) };
  }
  const open = block === undefined ? -1 : text.indexOf('{', block.start);
  const at = open < 0 ? text.length : open + 1;
  return { span: span(at, at), newText: `${lineEndOf(text)}  ${rule}${lineEndOf(text)}` };
}

function isRule(member: Group | Rule): member is Rule {
  return member.kind === 'rule';
}

/** Names that are not in the schema come last. */
function orderOf(name: string, urn: string | undefined): number {
  const schema = urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn === urn);
  const place = (schema?.attributes ?? []).findIndex((known) => known.name.toLowerCase() === name.toLowerCase());
  return place < 0 ? Infinity : place;
}

function insertAfter(text: string, { start, end }: Span, rule: string, block: Span | undefined): TextEdit {
  const lineBreak = lineEndOf(text);
  const to = lineEnd(text, end);
  const closesHere = block !== undefined && block.end <= to && lineStart(text, block.end) <= end;
  if (closesHere) return { span: span(end, end), newText: `${lineBreak}  ${rule}${lineBreak}` };
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, start)))?.[0] ?? '';
  return { span: span(to, to), newText: `${lineBreak}${indent}${rule}` };
}

/** Inserts the first rule of a mapping: below the source and the conditions. */
function insertFirst(text: string, { statements }: MappingTree, rule: string): TextEdit {
  const head = statements.filter(({ kind }) => kind === 'source' || kind === 'where').at(-1);
  const next = statements.find(({ kind }) => kind === 'schema');
  const lineBreak = lineEndOf(text);
  if (head !== undefined) {
    const at = lineEnd(text, head.span.end);
    return { span: span(at, at), newText: `${lineBreak}${lineBreak}${rule}` };
  }
  const at = next === undefined ? undefined : linesWithComments(text, next.span)?.start;
  if (at !== undefined) return { span: span(at, at), newText: `${rule}${lineBreak}${lineBreak}` };
  return atEnd(text, [rule]);
}

function atEnd(text: string, lines: readonly string[]): TextEdit {
  const lineBreak = lineEndOf(text);
  const isOpen = text !== '' && !/[\r\n\uFEFF]$/.test(text);
  const written = lines.join(lineBreak) + lineBreak;
  const own = text.trim() === '' ? written.replace(/^\s+/, '') : written;
  return { span: span(text.length, text.length), newText: (isOpen ? lineBreak : '') + own };
}
