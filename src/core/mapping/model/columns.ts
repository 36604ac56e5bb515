import type { Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { ColumnUse, MappingModel } from './model';
import type { MappingTree } from '../syntax/syntax';

/** The columns that an expression reads, in the order of the text, each place once. */
export function columnsOf(expression: Expression): readonly ColumnUse[] {
  const uses: ColumnUse[] = [];
  for (const node of walk(expression))
    if (node.kind === 'attribute' && node.name !== '') uses.push({ column: node.name, span: node.span });
  return uses;
}

/** Every place where a mapping names a column: rules, conditions, and the `key` setting. */
export function allColumnUses(tree: MappingTree, model: MappingModel): readonly ColumnUse[] {
  const expressions = [...model.conditions, ...model.rules.map((rule) => rule.expression)];
  return [...expressions.flatMap(columnsOf), ...keyColumns(tree)];
}

/** The columns of the `key` setting. */
export function keyColumns({ statements }: MappingTree): readonly ColumnUse[] {
  return statements
    .flatMap((statement) => (statement.kind === 'source' ? statement.settings : []))
    .filter(({ name }) => name.text === 'key')
    .flatMap(({ values }) => values.map(({ text, span }) => ({ column: text, span })));
}
