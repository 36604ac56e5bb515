import { formatMapping } from '../mapping/format/formatMapping';
import { loadMapping } from '../mapping/loadMapping';
import { parseMapping } from '../mapping/syntax/parseMapping';
import type { Problem } from '../problems/problem';
import type { Span } from '../text/span';
import { LineIndex } from '../text/lineIndex';
import { applyEdits } from '../text/textEdit';
import type { DraftRule, MappingDraft } from './mappingDraft';
import type { WrittenLine } from './writeMapping';
import { writeLines } from './writeMapping';

/** A draft that has become text, and the rules that could not be written as such, with the reason. */
export interface SettledDraft {
  readonly text: string;
  readonly refused: readonly RuleProblem[];
  /** The problems of rules that are written nevertheless. */
  readonly warned: readonly RuleProblem[];
}

interface RuleProblem {
  readonly rule: DraftRule;
  readonly problem: Problem;
}

/**
 * Writes a draft so that no rule of it is an error: one that is becomes a comment which says why. Only rules that are
 * missing altogether may still be errors of the text, because nothing can be written in their place.
 */
export function settleDraft(draft: MappingDraft): SettledDraft {
  const refused: RuleProblem[] = [];
  let current = draft;
  for (;;) {
    const lines = writeLines(current);
    const text = `${lines.map((line) => line.text).join('\n')}\n`;
    const said = problemsOfRules(text, lines);
    const wrong = new Map(
      said.filter(({ problem }) => problem.severity === 'error').map(({ rule, problem }) => [rule, problem]),
    );
    if (wrong.size === 0) return { text: applyEdits(text, formatMapping(parseMapping(text))), refused, warned: said };
    for (const [rule, problem] of wrong) refused.push({ rule, problem });
    current = { ...current, rules: current.rules.map((rule) => switchedOff(rule, wrong.get(rule))) };
  }
}

function problemsOfRules(text: string, lines: readonly WrittenLine[]): readonly RuleProblem[] {
  const index = new LineIndex(text);
  return loadMapping(text).problems.flatMap((problem) => {
    const rule = lines[index.positionAt(problem.span.start).line]?.rule;
    return rule === undefined || problem.code === 'mapping.missing-rule' ? [] : [{ rule, problem }];
  });
}

function switchedOff(rule: DraftRule, problem: Problem | undefined): DraftRule {
  if (problem === undefined) return rule;
  return { ...rule, isOff: true, comments: [...(rule.comments ?? []), problem.message] };
}

/**
 * The problems of a written rule, at its place in the imported file. Data for fixes belongs to the
 * rule.
 */
export function movedTo(span: Span, { code, severity, message }: Problem): Problem {
  return { code, severity, message, span };
}
