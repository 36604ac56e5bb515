import type { Group, MappingTree, Rule, Statement } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';

/** Maximum length of a block that is included as a whole. */
const SHORT = 2000;

/**
 * The part of a tree that touches one of the ranges, as formatting the rest of a large mapping would only take time.
 */
export function treeNear({ statements }: MappingTree, ranges: readonly Span[]): MappingTree {
  const isNear = ({ span: { start, end } }: { readonly span: Span }) =>
    ranges.some((range) => start <= range.end && end >= range.start);
  const inside = <Member extends Statement>(members: readonly Member[]): readonly Member[] =>
    members.filter(isNear).map((member) => {
      const isLong = member.span.end - member.span.start > SHORT;
      if (!isLong || (member.kind !== 'group' && member.kind !== 'schema')) return member;
      return { ...member, body: inside<Group | Rule>(member.body) };
    });
  return { statements: inside(statements) };
}
