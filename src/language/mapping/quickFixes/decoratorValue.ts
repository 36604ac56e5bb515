import type { Decorator } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import { nearest } from '../../../core/text/nearest';
import type { MappingDocument } from '../document/mappingDocument';
import { isSame } from '../rewrite/expressionAt';
import { ruleAt } from '../rewrite/mappedRules';
import { textsIn } from '../../shared/fixes/fixData';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** Replaces a decorator's value with an allowed one, or removes an extra value. */
export const decoratorValue: MappingQuickFix = {
  codes: ['mapping.decorator-value', 'mapping.duplicate-decorator', 'mapping.unknown-decorator'],
  *fixes({ document, data, span: where, code }) {
    const decorator = ruleAt(document, where)?.rule.decorators.find(
      (own) => isSame(own.span, where) || isSame(own.name.span, where),
    );
    if (decorator === undefined) return;
    const values = code === 'mapping.decorator-value' ? textsIn(data, 'values') : [];
    const near = nearest(decorator.values[0]?.text ?? '', values);
    for (const value of values) {
      const newText = `@${decorator.name.text}(${value})`;
      const isPreferred = value === near || values.length === 1;
      yield { title: `Change to ${newText}`, edits: [{ span: decorator.span, newText }], isPreferred };
    }
    if (values.length === 0 || code !== 'mapping.decorator-value')
      yield removal(document, decorator, code !== 'mapping.unknown-decorator');
  },
};

function removal({ text }: MappingDocument, { name, span: where }: Decorator, isPreferred: boolean): MappingFix {
  return { title: `Remove @${name.text}`, edits: [{ span: withBlanks(text, where), newText: '' }], isPreferred };
}

function withBlanks(text: string, { start, end }: Span): Span {
  const blanks = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return span(start - blanks, end);
}
