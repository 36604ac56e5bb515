import type { Group, MappingTree, Rule, SchemaBlock } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';

/** Rules and groups at the same level, and their block. */
export interface Body {
  readonly block?: Group | SchemaBlock;
  readonly members: readonly (Group | Rule)[];
}

/** Every body of a mapping, the outer ones first. */
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

/** The innermost body that holds a place, and the member of it that does. */
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

/** Whether there is a syntax error in a range, so that the tree is incomplete there. */
export function isMistaken(problems: readonly { readonly span: Span }[], { start, end }: Span): boolean {
  return problems.some(({ span }) => span.start <= end && span.end >= start);
}
