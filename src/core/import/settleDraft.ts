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

/** A draft written as text, and the rules that had to become comments, each with the problem that is the reason. */
export interface SettledDraft {
  readonly text: string;
  readonly refused: readonly RuleProblem[];
  /** Problems of rules that were still written as rules. None of them is an error. */
  readonly warned: readonly RuleProblem[];
}

interface RuleProblem {
  readonly rule: DraftRule;
  readonly problem: Problem;
}

/**
 * Writes a draft so that none of its rules is an error: a rule with an error becomes a comment that gives the reason. A
 * missing required rule remains an error of the text, because there is nothing to write in its place.
 */
export function settleDraft(draft: MappingDraft): SettledDraft {
  const refused: RuleProblem[] = [];
  let current = draft;
  for (;;) {
    const lines = writeLines(current);
    const text = `${lines.map((line) => line.text).join('\n')}\n`;
    const found = problemsOfRules(text, lines);
    const wrong = new Map(
      found.filter(({ problem }) => problem.severity === 'error').map(({ rule, problem }) => [rule, problem]),
    );
    if (wrong.size === 0) return { text: applyEdits(text, formatMapping(parseMapping(text))), refused, warned: found };
    for (const [rule, problem] of wrong) refused.push({ rule, problem });
    current = { ...current, rules: current.rules.map((rule) => commentedOut(rule, wrong.get(rule))) };
  }
}

function problemsOfRules(text: string, lines: readonly WrittenLine[]): readonly RuleProblem[] {
  const index = new LineIndex(text);
  return loadMapping(text).problems.flatMap((problem) => {
    const rule = lines[index.positionAt(problem.span.start).line]?.rule;
    return rule === undefined || problem.code === 'mapping.missing-rule' ? [] : [{ rule, problem }];
  });
}

function commentedOut(rule: DraftRule, problem: Problem | undefined): DraftRule {
  if (problem === undefined) return rule;
  return { ...rule, isOff: true, comments: [...(rule.comments ?? []), problem.message] };
}

/**
 * Moves a problem of a written rule to `span`, the place of its entry in the imported file. Drops the problem's data,
 * which describes fixes of the written text.
 */
export function movedTo(span: Span, { code, severity, message }: Problem): Problem {
  return { code, severity, message, span };
}
