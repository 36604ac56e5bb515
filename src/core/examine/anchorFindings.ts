import type { LoadedMapping } from '../mapping/loadMapping';
import { statementsByText } from '../mapping/model/statementsByText';
import type { ValueFinding } from './valueFinding';
import type { Problem } from '../problems/problem';
import { firstLine } from '../text/firstLine';
import { span } from '../text/span';

/**
 * Places the findings from an extract's values at their rules in the current text. A rule that was rewritten since the
 * examination has no findings.
 */
export function anchorFindings(loaded: LoadedMapping, findings: readonly ValueFinding[]): readonly Problem[] {
  if (findings.length === 0) return [];
  const { text } = loaded.parsed;
  const places = statementsByText(loaded.parsed);
  return findings.flatMap(({ ruleText, occurrence, span: within, code, severity, message, withValues, data, line }) => {
    const known = line === undefined ? data : { ...data, line };
    const texts = { message, ...(withValues === undefined ? {} : { withValues }) };
    const problem = { code, severity, ...texts, ...(known === undefined ? {} : { data: known }) };
    if (ruleText === '') return [{ ...problem, span: firstLine(text) }];
    const place = places.get(ruleText)?.[occurrence];
    return place === undefined
      ? []
      : [{ ...problem, span: span(place.start + within.start, Math.min(place.start + within.end, place.end)) }];
  });
}
