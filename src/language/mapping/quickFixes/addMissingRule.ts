import { insertRule } from '../rewrite/insertRule';
import { bestExpression } from './bestColumn';
import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** The rule that a mapping cannot do without, over the column that fits best. What a status means is left open. */
export const addMissingRule: MappingQuickFix = {
  codes: ['mapping.missing-rule'],
  *fixes({ document, data }) {
    const attribute = textIn(data, 'attribute');
    if (attribute === undefined) return;
    const { expression, isSure } = bestExpression(document, attribute);
    yield {
      title: `Add ${attribute} = ${expression}`,
      edits: [insertRule(document, { attribute }, expression)],
      isStructural: true,
      isPreferred: isSure,
    };
  },
};
