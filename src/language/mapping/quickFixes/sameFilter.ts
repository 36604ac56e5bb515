import { ruleAt } from '../rewrite/mappedRules';
import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Changes the filter of an element to the spelling used elsewhere. */
export const sameFilter: MappingQuickFix = {
  codes: ['mapping.overlapping-path'],
  *fixes({ document, data, span }) {
    const newText = textIn(data, 'filter');
    const placed = ruleAt(document, span);
    const filter = [...(placed?.outer ?? []), placed?.rule.path].find((path) => path?.filter !== undefined)?.filter;
    if (newText === undefined || filter === undefined) return;
    yield {
      title: `Change to ${newText}`,
      edits: [{ span: filter.span, newText }],
      isPreferred: true,
      isStructural: true,
    };
  },
};
