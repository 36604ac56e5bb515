import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText } from '../rewrite/expressionAt';
import { ruleFor } from '../rewrite/mappedRules';
import { insertConditions } from '../rewrite/insertConditions';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** Excludes records without a required value. */
export const leaveOut: MappingQuickFix = {
  codes: ['value.id.missing', 'value.missing'],
  *fixes({ document, span: where }) {
    const rule = expressionAround(document, where);
    if (rule?.kind === 'attribute') yield leavingOut(document, `IsPresent(${sourceText(document, rule)})`);
  },
};

function leavingOut(document: MappingDocument, condition: string): MappingFix {
  return {
    title: `Exclude records: where ${condition}`,
    edits: [insertConditions(document, [condition])],
    isStructural: true,
  };
}

/** Leaves out the manager of people who are their own manager. */
export const managerSelf: MappingQuickFix = {
  codes: ['value.manager.self'],
  *fixes({ document, span: where }) {
    const manager = expressionAround(document, where);
    const id = ruleFor(document, { attribute: 'externalId' })?.expression;
    if (manager?.kind !== 'attribute' || id?.kind !== 'attribute') return;
    const own = sourceText(document, manager);
    const newText = `IIF(${own} = ${sourceText(document, id)}, IgnoreAttributeFlow, ${own})`;
    yield {
      title: 'Omit the manager if it is the same person',
      edits: [{ span: manager.span, newText }],
      isPreferred: true,
    };
  },
};
