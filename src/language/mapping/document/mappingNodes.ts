import type { Expression } from '../../../core/expression/syntax';
import type {
  Decorator,
  Group,
  Literal,
  MappingTree,
  PathSyntax,
  Rule,
  SchemaBlock,
  Setting,
  SourceBlock,
  Statement,
  Where,
  Word,
} from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';

/** An item of a mapping that editor features can refer to. `span` is its range. */
export type MappingNode =
  | { readonly kind: 'keyword'; readonly statement: SourceBlock | Where | SchemaBlock; readonly span: Span }
  | { readonly kind: 'sourceKind'; readonly span: Span }
  | { readonly kind: 'setting'; readonly setting: Setting; readonly span: Span }
  | { readonly kind: 'settingValue'; readonly literal: Literal; readonly setting: Setting; readonly span: Span }
  | { readonly kind: 'urn'; readonly urn: Word; readonly span: Span }
  | AttributeNode
  | { readonly kind: 'filter'; readonly place: PathPlace; readonly span: Span }
  | { readonly kind: 'decorator'; readonly decorator: Decorator; readonly rule: Rule; readonly span: Span }
  | { readonly kind: 'decoratorValue'; readonly literal: Literal; readonly decorator: Decorator; readonly span: Span }
  | ExpressionNode;

/** One of the dot-separated names of a path. */
export interface AttributeNode {
  readonly kind: 'attribute';
  readonly place: PathPlace;
  /** Its index in the path's names. */
  readonly index: number;
  readonly span: Span;
}

export interface ExpressionNode {
  readonly kind: 'expression';
  readonly node: Expression;
  /** The enclosing expressions, outermost first. */
  readonly ancestors: readonly Expression[];
  readonly owner: Rule | Where;
  readonly span: Span;
}

/** A path and its enclosing blocks. */
export interface PathPlace {
  readonly path: PathSyntax;
  readonly owner: Rule | Group;
  /** The paths of the enclosing groups, outermost first. */
  readonly outer: readonly PathSyntax[];
  /** The URN of the enclosing schema block. */
  readonly urn?: Word;
}

/** Whether a range is of interest; parts outside are skipped. */
export type Wanted = (range: Span) => boolean;

const ALL: Wanted = () => true;

/** All nodes of a mapping in the order of the text; a container comes before its content. */
export function* mappingNodes(tree: MappingTree, wanted: Wanted = ALL): Generator<MappingNode> {
  for (const statement of tree.statements) if (wanted(statement.span)) yield* inStatement(statement, wanted);
}

function* inStatement(statement: Statement, wanted: Wanted): Generator<MappingNode> {
  switch (statement.kind) {
    case 'source':
      yield { kind: 'keyword', statement, span: statement.keyword };
      if (statement.sourceKind !== undefined) yield { kind: 'sourceKind', span: statement.sourceKind.span };
      for (const setting of statement.settings) {
        yield { kind: 'setting', setting, span: setting.name.span };
        for (const literal of setting.values) yield { kind: 'settingValue', literal, setting, span: literal.span };
      }
      return;
    case 'where':
      yield { kind: 'keyword', statement, span: statement.keyword };
      if (statement.condition !== undefined) yield* inExpression(statement.condition, [], statement);
      return;
    case 'schema':
      yield { kind: 'keyword', statement, span: statement.keyword };
      if (statement.urn.text !== '') yield { kind: 'urn', urn: statement.urn, span: statement.urn.span };
      yield* inBody(statement.body, [], statement.urn, wanted);
      return;
    case 'group':
    case 'rule':
      yield* inBody([statement], [], undefined, wanted);
  }
}

function* inBody(
  body: readonly (Group | Rule)[],
  outer: readonly PathSyntax[],
  urn: Word | undefined,
  wanted: Wanted,
): Generator<MappingNode> {
  for (const member of body) {
    if (!wanted(member.span)) continue;
    const { path } = member;
    yield* inPath(urn === undefined ? { path, owner: member, outer } : { path, owner: member, outer, urn });
    if (member.kind === 'group') yield* inBody(member.body, [...outer, path], urn, wanted);
    else {
      if (member.expression !== undefined) yield* inExpression(member.expression, [], member);
      for (const decorator of member.decorators) {
        yield { kind: 'decorator', decorator, rule: member, span: decorator.span };
        for (const literal of decorator.values)
          yield { kind: 'decoratorValue', literal, decorator, span: literal.span };
      }
    }
  }
}

function* inPath(place: PathPlace): Generator<MappingNode> {
  const { urn, names, filter } = place.path;
  if (urn !== undefined) yield { kind: 'urn', urn, span: urn.span };
  for (const [index, name] of names.entries()) {
    if (name.text !== '') yield { kind: 'attribute', place, index, span: name.span };
    if (filter?.after === index) yield { kind: 'filter', place, span: filter.span };
  }
}

function* inExpression(
  node: Expression,
  ancestors: readonly Expression[],
  owner: Rule | Where,
): Generator<ExpressionNode> {
  yield { kind: 'expression', node, ancestors, owner, span: node.span };
  const below = [...ancestors, node];
  if (node.kind === 'call') {
    for (const slot of node.slots)
      if (slot.expression !== undefined) yield* inExpression(slot.expression, below, owner);
  } else if (node.kind === 'comparison') {
    yield* inExpression(node.left, below, owner);
    yield* inExpression(node.right, below, owner);
  }
}

/**
 * The range of the name between the brackets of a column: `[ Cost Center ]`. The closing bracket may be missing.
 * @param where the column with its brackets
 */
export function columnNameSpan(text: string, where: Span): Span {
  const inside = text.slice(where.start + 1, where.end).replace(/\]$/, '');
  const start = where.start + 1 + (inside.length - inside.trimStart().length);
  return span(start, Math.max(start, where.start + 1 + inside.trimEnd().length));
}
