import { plainText } from '../../../core/text/plainText';
import { insertRule } from '../rewrite/insertRule';
import { bestExpression } from './bestColumn';
import { commentedTwin } from './commentedTwin';
import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Maximum length of the rule in a title. */
const SHOWN = 80;

/**
 * Adds a required rule of a mapping: one that is commented out, otherwise one with the best matching column. The
 * meaning of a status is left open.
 */
export const addMissingRule: MappingQuickFix = {
  codes: ['mapping.missing-rule', 'value.display-name.missing'],
  *fixes({ document, data }) {
    const attribute = textIn(data, 'attribute');
    if (attribute === undefined) return;
    const twin = commentedTwin(document, attribute);
    if (twin !== undefined) {
      const { line, expression, edits } = twin;
      const title = `Add ${attribute} = ${plainText(expression, SHOWN)}, from the comment in line ${line}`;
      // A "?" is a placeholder for a decision
      yield { title, edits, isStructural: true, isPreferred: !expression.includes('"?"') };
      return;
    }
    const { expression, isSure } = bestExpression(document, attribute);
    yield {
      title: `Add ${attribute} = ${expression}`,
      edits: [insertRule(document, { attribute }, expression)],
      isStructural: true,
      isPreferred: isSure,
    };
  },
};
