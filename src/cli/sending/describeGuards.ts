import type { GuardDecision, GuardFinding } from '../../core/guards/guard';
import { formatCount } from '../../core/text/formatCount';
import { wrapped } from '../terminal/wrapped';

/** Strictest first. */
const STRICT: readonly GuardDecision[] = ['stop', 'type', 'ask'];

/**
 * The findings of guards as lines of text: those that do not pass, then the number of those that do.
 *
 * @param unasked number of guards that did not run because they need a destination
 */
export function describeGuards(findings: readonly GuardFinding[], unasked = 0): readonly string[] {
  const striking = STRICT.flatMap((decision) => findings.filter((finding) => finding.decision === decision));
  const passing = findings.length - striking.length;
  const rest = `${formatCount(passing)} ${striking.length === 0 ? '' : 'other '}${passing === 1 ? 'guard passes' : 'guards pass'}.`;
  const left = `${formatCount(unasked)} more ${unasked === 1 ? 'guard takes' : 'guards take'} a connection.`;
  return [
    ...striking.flatMap(describeFinding),
    ...(passing === 0 ? [] : [`  ${rest}`]),
    ...(unasked === 0 ? [] : [`  ${left}`]),
  ];
}

/** One finding: what it demands, the message, and the lines of the first affected records. */
function describeFinding(finding: GuardFinding): readonly string[] {
  const { id, decision, message } = finding;
  return wrapped(`${message}${placesOf(finding)}`, `  ${decision.padEnd(4)} ${id.padEnd(3)} `);
}

function placesOf({ records }: GuardFinding): string {
  if (records === undefined || records.first.length === 0) return '';
  const lines = records.first.map(({ line }) => line);
  const more = records.count - lines.length;
  const rest = more > 0 ? ` and ${formatCount(more)} more` : '';
  return ` ${lines.length === 1 && more <= 0 ? 'Line' : 'Lines'} ${lines.join(', ')}${rest}.`;
}

/** A finding as `plan` prints it in JSON; missing numbers are null. */
export function guardObject({ id, decision, message, value, limit, records }: GuardFinding): object {
  return {
    id,
    decision,
    message,
    value: value ?? null,
    limit: limit ?? null,
    ...(records !== undefined && records.count > 0 ? { records: { count: records.count, first: records.first } } : {}),
  };
}
