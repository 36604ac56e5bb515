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
  const uses = [...model.conditions, ...model.rules.map((rule) => rule.expression)].flatMap(columnsOf);
  for (const statement of tree.statements) {
    if (statement.kind !== 'source') continue;
    for (const setting of statement.settings) {
      if (setting.name.text === 'key')
        uses.push(...setting.values.map((value) => ({ column: value.text, span: value.span })));
    }
  }
  return uses;
}
