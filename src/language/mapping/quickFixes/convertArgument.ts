import { parameterAt } from '../../../core/expression/checkCall';
import { findFunction } from '../../../core/expression/functions/table';
import { printString } from '../../../core/expression/print';
import { nearest } from '../../../core/text/nearest';
import { argumentCovering, wrap } from '../rewrite/expressionAt';
import type { MappingQuickFix } from './mappingFix';

/** Maximum number of values in a menu. */
const FEW = 8;

/** Converts an argument to the type that its function takes. */
export const convertArgument: MappingQuickFix = {
  codes: ['expression.date-not-converted', 'expression.item-zero', 'expression.argument-type'],
  *fixes({ document, span, code }) {
    if (code === 'expression.date-not-converted') {
      yield { title: 'Wrap in CDate', edits: wrap(span, 'CDate'), isPreferred: true };
      return;
    }
    const found = argumentCovering(document, span);
    const entry = findFunction(found?.call.name ?? '');
    if (found === undefined || entry === undefined) return;
    const argument = found.call.slots[found.index]?.expression;
    if (code === 'expression.item-zero') {
      const zero = argument?.kind === 'string' ? '"1"' : '1';
      yield { title: 'Change to 1', edits: [{ span, newText: zero }], isPreferred: true };
      return;
    }
    const values = parameterAt(entry, found.index, found.call.slots.length)?.values ?? [];
    if (argument === undefined || argument.kind === 'attribute' || values.length === 0) return;
    const isWord = argument.kind === 'word';
    const word = argument.kind === 'string' || argument.kind === 'integer' ? argument.value : '';
    const near = nearest(argument.kind === 'word' ? argument.name : word, values);
    for (const value of near === undefined ? (values.length <= FEW ? values : []) : [near]) {
      const newText = isWord ? value : printString(value);
      yield { title: `Change to ${newText}`, edits: [{ span, newText }], isPreferred: near !== undefined };
    }
  },
};
