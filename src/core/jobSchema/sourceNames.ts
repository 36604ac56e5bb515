import { walk } from '../expression/syntax';
import type { AttributeMapping, MappingSource, SchemaText } from './jobSchema';

/**
 * The source attributes that a mapping reads, each once: those of its expression, or of the stored tree if the
 * expression cannot be read.
 */
export function sourceNames({
  expression,
  source,
}: Pick<AttributeMapping, 'expression' | 'source'>): readonly string[] {
  const root = expression?.parsed.expression;
  const names =
    root === undefined
      ? [...treeNames(source)].map(({ text }) => text)
      : [...walk(root)].flatMap((node) => (node.kind === 'attribute' ? node.name : []));
  return [...new Set(names)];
}

/** The names of the attributes that a tree reads, as written in it. */
export function* treeNames(source: MappingSource | undefined): Generator<SchemaText> {
  if (source === undefined) return;
  if (source.type === 'Attribute' && source.name !== undefined) yield source.name;
  for (const { value } of source.parameters ?? []) yield* treeNames(value);
}
