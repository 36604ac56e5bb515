import { resolvedAt, ruleAt, ruleFor } from '../rewrite/mappedRules';
import { span } from '../../../core/text/span';
import { textIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

/** Changes the element to the one that Entra reads, unless that already has a rule. */
export const elementWork: MappingQuickFix = {
  codes: ['mapping.element-not-work'],
  *fixes({ document, data, span: where }) {
    const placed = ruleAt(document, where);
    const filter = textIn(data, 'filter');
    const resolved = resolvedAt(document, where);
    if (placed === undefined || filter === undefined || resolved === undefined) return;
    const work = { ...resolved.path, filter: [{ attribute: 'type', value: 'work' }] };
    if (ruleFor(document, work) !== undefined) return;
    const paths = [...placed.outer, placed.rule.path];
    const filtered = paths.find((path) => path.filter !== undefined)?.filter?.span;
    const name = paths[0]?.names[0]?.span;
    const at = filtered ?? (name && span(name.end, name.end));
    if (at === undefined) return;
    yield {
      title: `Change to ${filter}`,
      edits: [{ span: at, newText: filter }],
      isPreferred: true,
      isStructural: true,
    };
  },
};
