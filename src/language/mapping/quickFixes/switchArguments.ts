import { span } from '../../../core/text/span';
import { expressionsAt } from '../rewrite/expressionAt';
import { resolvedAt } from '../rewrite/mappedRules';
import { numberIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Completes an odd number of arguments: the last value or the default value is missing. */
export const switchArguments: MappingQuickFix = {
  codes: ['expression.argument-count'],
  *fixes({ document, data, span: where }) {
    const at = numberIn(data, 'missingValueAt');
    if (at === undefined) return;
    const call = expressionsAt(document, where).find((node) => node.kind === 'call' && node.name === 'Switch');
    if (call?.kind !== 'call') return;
    const isBoolean = resolvedAt(document, where)?.type === 'boolean';
    const second = call.slots[1]?.expression;
    if (second !== undefined && call.slots.length > 4)
      yield {
        title: 'Add an empty default value',
        edits: [{ span: span(second.span.start, second.span.start), newText: ', ' }],
      };
    for (const value of isBoolean ? ['"True"', '"False"'] : ['""'])
      yield {
        title: `Add the missing value: ${value}`,
        edits: [{ span: span(at, at), newText: `, ${value}` }],
      };
  },
};
