import type { Target } from '../../../core/mapping/model/model';
import { parsePath } from '../../../core/mapping/syntax/parsePath';
import { resolvePath } from '../../../core/mapping/model/resolveRules';
import type { PathSyntax, Word } from '../../../core/mapping/syntax/syntax';
import type { OpenBlock, RuleAround } from '../document/place';

/** The groups and the schema block that enclose a place. */
export interface EnclosingBlocks {
  readonly outer: readonly PathSyntax[];
  readonly urn?: Word;
}

export function surroundings(blocks: readonly OpenBlock[]): EnclosingBlocks {
  const outer = blocks.flatMap((block) => (block.kind === 'group' ? [block.path] : []));
  const schema = blocks.find((block) => block.kind === 'schema');
  return schema === undefined ? { outer } : { outer, urn: schema.urn };
}

/** The attribute that a rule fills; `undefined` while its path is not an attribute's. */
export function targetOf(text: string, { blocks, path }: RuleAround): Target | undefined {
  const { outer, urn } = surroundings(blocks);
  return resolvePath([...outer, parsePath(text, path).path], urn).target;
}
