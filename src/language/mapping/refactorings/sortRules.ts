import type { Group, Rule, Statement } from '../../../core/mapping/syntax/syntax';
import type { AttributeDefinition } from '../../../core/scim/schema';
import { findAttribute } from '../../../core/scim/schema';
import { ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../../core/scim/userSchema';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { applyEdits } from '../../../core/text/textEdit';
import { lineEndOf, linesWithComments } from '../rewrite/statementLines';
import type { MappingRefactoring } from './mappingRefactoring';

type Attributes = readonly AttributeDefinition[];

/**
 * Sorts the rules of the whole mapping into the order of the schema, in which they are sent, including those in groups
 * and schema blocks. Comments move with the rule below them, or before them on the same line; a comment with an empty
 * line below it stays where it is. A mapping with syntax errors is not changed.
 */
export const sortRules: MappingRefactoring = function* ({ text, loaded }) {
  const { tree, problems } = loaded.parsed;
  if (problems.length > 0) return;
  const edits = sortBody(text, tree.statements, USER_SCHEMA.attributes);
  if (edits.length > 0)
    yield { title: 'Sort the rules in the order of the schema', kind: 'source.sortRules', edits, isStructural: true };
};

interface Item {
  readonly lines: Span;
  readonly text: string;
  readonly section: number;
  readonly place: number;
}

function sortBody(text: string, statements: readonly Statement[], attributes: Attributes): readonly TextEdit[] {
  const items: Item[] = [];
  const inside: TextEdit[] = [];
  for (const statement of statements) {
    const lines = linesWithComments(text, statement.span);
    // An item that shares its line with another cannot be moved
    if (lines === undefined || lines.start < (items.at(-1)?.lines.end ?? 0)) return [];
    const inner = sortBlock(text, statement, attributes);
    for (const edit of inner) inside.push(edit);
    items.push({ lines, text: linesOf(text, lines, inner), ...rank(statement, attributes) });
  }
  const ordered = [...items].sort((a, b) => a.section - b.section || a.place - b.place);
  if (ordered.every((item, index) => item === items[index])) return inside;
  return items.flatMap((slot, index) => {
    const item = ordered[index] ?? slot;
    const before = items[index - 1];
    const edit = { span: slot.lines, newText: item.text };
    if (before === undefined) return [edit];
    const gap = span(before.lines.end, slot.lines.start);
    if (text.slice(gap.start, gap.end).trim() !== '') return [edit];
    return [{ span: gap, newText: isApart(text, item, ordered[index - 1]) ? lineEndOf(text) : '' }, edit];
  });
}

function sortBlock(text: string, statement: Statement, attributes: Attributes): readonly TextEdit[] {
  if (statement.kind === 'group') {
    const [name] = statement.path.names;
    const known = findAttribute(attributes, name?.text ?? '')?.subAttributes;
    return sortBody(text, statement.body, known ?? []);
  }
  if (statement.kind !== 'schema') return [];
  const urn = statement.urn.text.toLowerCase();
  return sortBody(
    text,
    statement.body,
    KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn)?.attributes ?? [],
  );
}

function linesOf(text: string, lines: Span, edits: readonly TextEdit[]): string {
  const moved = edits.map((edit) => ({
    ...edit,
    span: span(edit.span.start - lines.start, edit.span.end - lines.start),
  }));
  const whole = applyEdits(text.slice(lines.start, lines.end), moved);
  return /[\r\n]$/.test(whole) ? whole : whole + lineEndOf(text);
}

/** Sections are separated by an empty line; an item with a comment keeps the empty line above it. */
function isApart(text: string, item: Item, before: Item | undefined): boolean {
  if (before?.section !== item.section) return true;
  return item.text.trimStart().startsWith('#') && /(?:\n|\r)[ \t]*\r?\n$/.test(text.slice(0, item.lines.start));
}

/** Ranks after everything in the schema. */
const UNKNOWN = 1_000_000;

function rank(statement: Statement, attributes: Attributes): { readonly section: number; readonly place: number } {
  switch (statement.kind) {
    case 'source':
      return { section: 0, place: 0 };
    case 'where':
      return { section: 1, place: 0 };
    case 'rule':
    case 'group':
      return { section: 2, place: placeOf(statement, attributes) };
    case 'schema':
      return { section: 3, place: statement.urn.text.toLowerCase() === ENTERPRISE_USER_URN.toLowerCase() ? 0 : 1 };
  }
}

/** Elements of the same list keep their order. */
function placeOf({ path: { urn, names } }: Rule | Group, attributes: Attributes): number {
  if (urn !== undefined) return UNKNOWN + 1;
  const [first, second] = names.map(({ text }) => text.toLowerCase());
  const place = attributes.findIndex(({ name }) => name.toLowerCase() === first);
  if (place < 0) return UNKNOWN;
  const members = attributes[place]?.subAttributes ?? [];
  const isList = attributes[place]?.multiValued === true;
  const member = second === undefined || isList ? 0 : members.findIndex(({ name }) => name.toLowerCase() === second);
  return place + member / 1000;
}
