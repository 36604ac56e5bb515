import type { Group, MappingTree, Rule, SchemaBlock } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';

/** Rules and groups at the same level, and the block that contains them. */
export interface Body {
  readonly block?: Group | SchemaBlock;
  readonly members: readonly (Group | Rule)[];
}

/** All bodies of a mapping, outer ones first. */
export function* bodiesOf({ statements }: MappingTree): Generator<Body> {
  const members = statements.filter((statement) => statement.kind === 'rule' || statement.kind === 'group');
  yield { members };
  for (const statement of statements)
    if (statement.kind === 'schema' || statement.kind === 'group') yield* inBlock(statement);
}

function* inBlock(block: Group | SchemaBlock): Generator<Body> {
  yield { block, members: block.body };
  for (const member of block.body) if (member.kind === 'group') yield* inBlock(member);
}

/** The innermost body that contains a place, and its member at that place. */
export function memberAt(
  tree: MappingTree,
  { start, end }: Span,
): { readonly body: Body; readonly member: Group | Rule } | undefined {
  let found: { readonly body: Body; readonly member: Group | Rule } | undefined;
  for (const body of bodiesOf(tree)) {
    const member = body.members.find(({ span }) => span.start <= start && end <= span.end);
    if (member !== undefined) found = { body, member };
  }
  return found;
}

/** Whether a range has a syntax error, so that the tree is incomplete there. */
export function isMistaken(problems: readonly { readonly span: Span }[], { start, end }: Span): boolean {
  return problems.some(({ span }) => span.start <= end && span.end >= start);
}
