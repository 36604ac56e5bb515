import { resultsOf } from '../../../core/mapping/model/resultsOf';
import { span } from '../../../core/text/span';
import { resolvedAt } from '../rewrite/mappedRules';
import type { MappingRefactoring } from './mappingRefactoring';

/** Adds the type of a custom attribute if its expression is unambiguous: a formatted date, or True and False. */
export const addType: MappingRefactoring = function* (document, where) {
  const resolved = resolvedAt(document, where);
  if (resolved === undefined || resolved.definition !== undefined) return;
  if (resolved.rule.decorators.some(({ name }) => name.text === 'type')) return;
  const results = [...resultsOf(resolved.expression)];
  const isDate = results.every((result) => result.kind === 'call' && result.name === 'FormatDateTime');
  const isBoolean = results.every((result) => result.kind === 'string' && /^(?:true|false)$/i.test(result.value));
  if (results.length === 0 || (!isDate && !isBoolean)) return;
  const type = isDate ? 'DateTime' : 'Boolean';
  const at = resolved.expression.span.end;
  yield {
    title: `Add @type(${type})`,
    kind: 'refactor.rewrite',
    edits: [{ span: span(at, at), newText: `  @type(${type})` }],
    isStructural: true,
  };
};
