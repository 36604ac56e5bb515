import { columnsOf } from '../../../core/mapping/model/columns';
import { formatCount } from '../../../core/text/formatCount';
import { ruleAt } from '../rewrite/mappedRules';
import { numberIn, textsIn } from '../../shared/fixes/fixData';
import type { MappingFixRequest, MappingQuickFix } from './mappingFix';

/** The editor command that shows cells of the extract; its arguments are the line and the columns. */
export const showCellCommand = 'entraInbound.cell.show';

/** Maximum number of columns that a title names; more are counted. */
const NAMED = 3;

/** Shows the first cell with the problem, as values are corrected where they come from. */
export const goToCell: MappingQuickFix = {
  codes: 'every',
  *fixes(request) {
    const { document, data } = request;
    const line = numberIn(data, 'line');
    const { columns: known, extract } = document.knowledge;
    if (line === undefined || extract === undefined) return;
    const columns = columnsRead(request).filter((column) => known?.includes(column) === true);
    const named =
      columns.length > NAMED ? `${columns.length} columns` : columns.map((column) => `[${column}]`).join(', ');
    const title = `Go to line ${formatCount(line)} of ${extract.name}${named === '' ? '' : `: ${named}`}`;
    yield { title, command: { id: showCellCommand, arguments: [line, columns] } };
  },
};

function columnsRead({ document, data, span }: MappingFixRequest): readonly string[] {
  const stated = textsIn(data, 'columns');
  if (stated.length > 0) return [...new Set(stated)];
  const expression = ruleAt(document, span)?.rule.expression;
  return expression === undefined ? [] : [...new Set(columnsOf(expression).map(({ column }) => column))];
}
