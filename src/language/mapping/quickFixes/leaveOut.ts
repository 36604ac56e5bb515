import { span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText } from '../rewrite/expressionAt';
import { ruleFor } from '../rewrite/mappedRules';
import { lineEnd, lineEndOf, linesWithComments } from '../rewrite/statementLines';
import type { MappingFix, MappingQuickFix } from './mappingFix';

/** Records that lack what they need are left out on purpose. */
export const leaveOut: MappingQuickFix = {
  codes: ['value.id.missing', 'value.missing'],
  *fixes({ document, span: where }) {
    const rule = expressionAround(document, where);
    if (rule?.kind === 'attribute') yield leavingOut(document, `IsPresent(${sourceText(document, rule)})`);
  },
};

function leavingOut({ text, loaded }: MappingDocument, condition: string): MappingFix {
  const { statements } = loaded.parsed.tree;
  const before =
    statements.filter(({ kind }) => kind === 'where').at(-1) ?? statements.find(({ kind }) => kind === 'source');
  const lineBreak = lineEndOf(text);
  const first = statements[0];
  const at =
    before === undefined
      ? ((first && linesWithComments(text, first.span)?.start) ?? 0)
      : lineEnd(text, before.span.end);
  const gap = before?.kind === 'where' ? lineBreak : lineBreak.repeat(2);
  const newText = before === undefined ? `where ${condition}${lineBreak.repeat(2)}` : `${gap}where ${condition}`;
  return {
    title: `Leave records out: where ${condition}`,
    edits: [{ span: span(at, at), newText }],
    isStructural: true,
  };
}

/** Whoever is their own manager has none. */
export const managerSelf: MappingQuickFix = {
  codes: ['value.manager.self'],
  *fixes({ document, span: where }) {
    const manager = expressionAround(document, where);
    const id = ruleFor(document, { attribute: 'externalId' })?.expression;
    if (manager?.kind !== 'attribute' || id?.kind !== 'attribute') return;
    const own = sourceText(document, manager);
    const newText = `IIF(${own} = ${sourceText(document, id)}, IgnoreAttributeFlow, ${own})`;
    yield {
      title: 'Leave the manager out where it is the person',
      edits: [{ span: manager.span, newText }],
      isPreferred: true,
    };
  },
};
