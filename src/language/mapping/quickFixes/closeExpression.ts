import { printString } from '../../../core/expression/print';
import { parseExpression } from '../../../core/expression/parser';
import { functions } from '../../../core/expression/functions/table';
import { nearest } from '../../../core/text/nearest';
import { span } from '../../../core/text/span';
import { numberIn, textIn } from '../../shared/fixes/fixData';
import type { MappingFix, MappingFixRequest, MappingQuickFix } from './mappingFix';

/** Adds what is missing in an expression, or replaces the quotes of another language. */
export const closeExpression: MappingQuickFix = {
  codes: ['expression.syntax', 'mapping.syntax'],
  *fixes(request) {
    const { data, document, span: where } = request;
    const insert = textIn(data, 'insert');
    const at = numberIn(data, 'at');
    if (insert !== undefined && at !== undefined && at <= document.text.length)
      yield { title: `Add ${insert}`, edits: [{ span: span(at, at), newText: insert }], isPreferred: true };
    if (data.replaceQuotes === true) {
      const { expression } = parseExpression(document.text.slice(where.start, where.end));
      if (expression?.kind === 'string')
        yield {
          title: 'Change to straight double quotes',
          edits: [{ span: where, newText: printString(expression.value) }],
          isPreferred: true,
        };
    }
    const word = textIn(data, 'word');
    if (word !== undefined) yield* ofWord(request, word);
  },
};

/** A bare word may be a column without brackets, a text without quotes, or a function without parentheses. */
function* ofWord({ document, span: where }: MappingFixRequest, word: string): Generator<MappingFix> {
  const { columns } = document.knowledge;
  const column = columns === undefined ? word : nearest(word, columns);
  if (column !== undefined)
    yield {
      title: `Change to column [${column}]`,
      edits: [{ span: where, newText: `[${column}]` }],
      isPreferred: columns !== undefined && column.toLowerCase() === word.toLowerCase(),
    };
  yield { title: `Change to text "${word}"`, edits: [{ span: where, newText: printString(word) }] };
  const called = functions.find(({ name, parameters }) => parameters.length === 0 && name === word);
  if (called !== undefined) yield { title: `Change to ${word}()`, edits: [{ span: where, newText: `${word}()` }] };
}
