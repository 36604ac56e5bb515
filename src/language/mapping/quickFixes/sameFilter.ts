import { ruleAt } from '../rewrite/mappedRules';
import { textIn } from './fixData';
import type { QuickFix } from './quickFix';

/** One element is written in one way. */
export const sameFilter: QuickFix = {
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
