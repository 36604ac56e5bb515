import { PATHS } from '../../../core/guess/attributeNames';
import { assignMeanings } from '../../../core/guess/assignMeanings';
import { columnFacts } from '../../../core/guess/columnFacts';
import { columnExpression } from '../../../core/import/mappingDraft';
import { formatAttributePath } from '../../../core/scim/attributePath';
import { insertRule } from '../rewrite/insertRule';
import { ruleFor } from '../rewrite/mappedRules';
import { textsIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

const MAX_OFFERED = 5;

/** Adds rules for unused columns whose names and values are unambiguous. */
export const useUnusedColumn: MappingQuickFix = {
  codes: ['mapping.unused-column'],
  *fixes({ document, data }) {
    const profile = document.knowledge.extract?.profile;
    const columns = textsIn(data, 'columns');
    if (profile === undefined) return;
    let given = 0;
    for (const { meaning, candidates, isSure } of assignMeanings(columnFacts(columns, profile)).values()) {
      const path = PATHS[meaning];
      const [best] = candidates;
      const expression = best && columnExpression(best.facts.column);
      // The values of a status must be decided one by one
      if (!isSure || path === undefined || meaning === 'active' || expression === undefined) continue;
      if (ruleFor(document, path) !== undefined || given === MAX_OFFERED) continue;
      given++;
      const edits = [insertRule(document, path, expression)];
      const { urn: _, ...short } = path;
      yield { title: `Add ${formatAttributePath(short)} = ${expression}`, edits, isStructural: true };
    }
  },
};
