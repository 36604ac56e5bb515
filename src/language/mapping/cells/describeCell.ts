import type { Rule, Where } from '../../../core/mapping/syntax/syntax';
import { columnsOf } from '../../../core/mapping/model/columns';
import { formatAttributePath } from '../../../core/scim/attributePath';
import { columnFigures, columnLooks, frequentValues } from '../hover/columnFigures';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, paragraphs, prose, quotedCode, words } from '../../shared/markdown';
import type { MappingDocument } from '../document/mappingDocument';
import type { OutcomeText } from '../outcomeText';
import { describeCondition, describeOutcome } from '../outcomeText';
import { recordValues } from '../recordValues';

/** Maximum length of the shown cell, expression and value, since a hover is read at a glance. */
const CELL = 200;
const EXPRESSION = 120;
const VALUE = 200;

/** A cell of an extract, or the name of a column in its header. */
export interface DescribedCell {
  readonly column: string;
  /** The position of the column, from 1, and the number of columns. */
  readonly place: number;
  readonly columns: number;
  /** The content of the cell; absent in the header. */
  readonly text?: string;
  /** The name of the mapping to show; absent if it should not be named. */
  readonly mapping?: string;
  /** Whether the problem of the cell is already shown next to this text. */
  readonly isProblemShown?: boolean;
}

/** Describes a cell: its column, the result of each rule that reads it, and the content of the whole column. */
export function describeCell(document: MappingDocument, cell: DescribedCell): Markdown {
  const { column, place, columns, text } = cell;
  const profile = document.knowledge.extract?.profile;
  const own = profile?.columns.find((candidate) => candidate.column === column);
  return paragraphs(
    words`**${code(`[${column}]`, 100)}** column ${place} of ${columns}`,
    text !== undefined && (text === '' ? words`*empty*` : quotedCode(text, CELL)),
    cell.mapping !== undefined && uses(document, cell, cell.mapping),
    // Without text between them, Markdown would merge the two lists
    own && profile && words`The whole column:`,
    own && profile && columnFigures(own, profile, columnLooks(own)),
    own && frequentValues(own),
  );
}

function uses(document: MappingDocument, cell: DescribedCell, mapping: string): Markdown {
  const used = [...rulesWith(document, cell), ...conditionsWith(document, cell)];
  return used.length === 0 ? words`No rule of ${code(mapping, 100)} reads this column.` : bulletList(used);
}

function rulesWith(document: MappingDocument, cell: DescribedCell): readonly Markdown[] {
  const values = recordValues(document);
  return document.loaded.model.rules.flatMap(({ path, expression, rule }) => {
    if (!columnsOf(expression).some((use) => use.column === cell.column)) return [];
    const written = expression.kind === 'attribute' ? undefined : textOf(document, rule);
    return [line(code(formatAttributePath(path), 100), written, describeOutcome(values?.ofRule(rule)), cell)];
  });
}

function conditionsWith(document: MappingDocument, cell: DescribedCell): readonly Markdown[] {
  const values = recordValues(document);
  return document.loaded.parsed.tree.statements.flatMap((statement) => {
    if (statement.kind !== 'where' || statement.condition === undefined) return [];
    if (!columnsOf(statement.condition).some((use) => use.column === cell.column)) return [];
    return [line(words`**where**`, textOf(document, statement), describeCondition(values?.ofWhere(statement)), cell)];
  });
}

/** The source text of the expression, on one line. */
function textOf({ text }: MappingDocument, statement: Rule | Where): string | undefined {
  const expression = statement.kind === 'where' ? statement.condition : statement.expression;
  return expression && text.slice(expression.span.start, expression.span.end).replace(/\s+/g, ' ');
}

function line(
  target: Markdown,
  expression: string | undefined,
  result: OutcomeText | undefined,
  { isProblemShown = false }: DescribedCell,
): Markdown {
  const by = expression === undefined ? words`` : words` = ${code(expression, EXPRESSION)}`;
  if (result === undefined) return words`${target}${by}`;
  if (result.reason === undefined) return words`${target}${by} → ${code(result.long, VALUE)}`;
  const why = isProblemShown ? words`` : words` ${prose(result.reason, VALUE)}`;
  return words`${target}${by} → this record is not sent.${why}`;
}
