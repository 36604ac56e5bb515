import type { InlayHint, Range } from 'vscode-languageserver-types';
import { placedRules } from '../../core/mapping/model/resolveRules';
import type { Rule, Where } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import type { Markdown } from '../shared/markdown';
import { code, markup, paragraphs, prose, words } from '../shared/markdown';
import type { MappingDocument } from './document/mappingDocument';
import { describeCondition, describeOutcome } from './outcomeText';
import type { OutcomeText } from './outcomeText';
import { recordValues } from './recordValues';

/**
 * Shows the result for the current record after each rule and condition in the range: `-> "Talya Fleeta"`, `->
 * omitted`, `-> kept`. There are no hints without a record, or for a rule with errors.
 */
export function inlayHints(document: MappingDocument, range: Range): InlayHint[] {
  const values = recordValues(document);
  if (values === undefined) return [];
  const { index, knowledge, text } = document;
  const start = index.offsetAt(range.start);
  const end = index.offsetAt(range.end);
  const { number, line } = values.record;
  const name = knowledge.extract?.name;
  const where = words`Record ${number}, line ${line} of ${name === undefined ? words`the extract` : code(name)}`;
  const hints: InlayHint[] = [];
  for (const statement of statementsIn(document)) {
    if (statement.span.end < start || statement.span.start > end) continue;
    const outcome =
      statement.kind === 'where'
        ? describeCondition(values.ofWhere(statement))
        : describeOutcome(values.ofRule(statement));
    if (outcome !== undefined)
      hints.push({
        position: index.positionAt(endOf(statement.span, text)),
        label: `-> ${outcome.short}`,
        tooltip: markup(tooltip(outcome, where)),
        paddingLeft: true,
      });
  }
  return hints;
}

function* statementsIn({ loaded }: MappingDocument): Generator<Rule | Where> {
  for (const statement of loaded.parsed.tree.statements) if (statement.kind === 'where') yield statement;
  for (const { rule } of placedRules(loaded.parsed.tree)) yield rule;
}

function endOf({ end }: Span, text: string): number {
  return Math.min(end, text.length);
}

function tooltip({ long, reason }: OutcomeText, where: Markdown): Markdown {
  return paragraphs(code(long, Infinity), reason !== undefined && prose(reason, 2_000), where);
}
