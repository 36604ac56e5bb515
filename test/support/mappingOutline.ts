import { printExpression } from '../../src/core/expression/print';
import type { Expression } from '../../src/core/expression/syntax';
import type { Decorator, Group, Literal, MappingTree, Rule, Statement } from '../../src/core/mapping/syntax/syntax';

/** A tree of a mapping as text, a line each statement, blocks indented: what was understood, and not how it was written. */
export function outlineOf({ statements }: MappingTree): readonly string[] {
  return statements.flatMap(linesOf);
}

function linesOf(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'source':
      return [
        `source ${statement.sourceKind?.text ?? '-'}`,
        ...statement.settings.map(({ name, values }) => `  ${name.text} = ${values.map(literal).join(', ')}`),
      ];
    case 'where':
      return [`where ${expression(statement.condition)}`];
    case 'schema':
      return [`schema ${statement.urn.text}`, ...bodyOf(statement.body)];
    case 'group':
      return [`group ${statement.path.text}`, ...bodyOf(statement.body)];
    case 'rule':
      return [
        `${statement.path.text} = ${[expression(statement.expression), ...statement.decorators.map(decorator)].join(' ')}`,
      ];
  }
}

function bodyOf(body: readonly (Group | Rule)[]): readonly string[] {
  return body.flatMap(linesOf).map((line) => `  ${line}`);
}

function expression(tree: Expression | undefined): string {
  return tree === undefined ? '-' : printExpression(tree);
}

function decorator({ name, values }: Decorator): string {
  return `@${name.text}(${values.map(literal).join(', ')})`;
}

function literal({ kind, text }: Literal): string {
  return kind === 'string' ? JSON.stringify(text) : kind === 'column' ? `[${text}]` : text;
}
