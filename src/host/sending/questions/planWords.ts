import type { RecordRef } from '../../../core/baseline/survey';
import type { GuardFinding } from '../../../core/guards/guard';
import type { GuardFacts } from '../../../core/guards/guardFacts';
import type { Plan } from '../../../core/run/plan';
import { plannedRecord } from '../../../core/run/plan';
import { formatCount } from '../../../core/text/formatCount';
import { plainText } from '../../../core/text/plainText';

/** Maximum number of people named in a dialog: more would not fit on a screen. The page has everybody's lines. */
const NAMED = 10;

/** `SANDBOX "Sandbox Tenant"`: whether it is real comes before any name. */
export function placeOf({ plan, tenantName }: Pick<GuardFacts, 'plan' | 'tenantName'>): string {
  const { target, connection } = plan;
  if (target.kind === 'sandbox') return `SANDBOX "${plainText(connection.name, 80)}"`;
  return `REAL tenant "${plainText(tenantName, 80)}"`;
}

/** The first people whom guards stop, or require a typed number for: this window knows their names. */
export function namedPeople(plan: Plan, findings: readonly GuardFinding[]): readonly string[] {
  const named = new Map<number, RecordRef>();
  let all = 0;
  for (const { decision, records } of findings) {
    if (records === undefined || (decision !== 'type' && decision !== 'stop')) continue;
    all = Math.max(all, records.count);
    for (const ref of records.first) named.set(ref.record, ref);
  }
  const shown = [...named.values()].slice(0, NAMED);
  if (shown.length === 0) return [];
  const more = Math.max(all, named.size) - shown.length;
  return [
    '',
    'Review these people:',
    ...shown.map((ref) => `• ${nameOf(plan, ref)}`),
    ...(more > 0 ? [`and ${formatCount(more)} more`] : []),
  ];
}

function nameOf(plan: Plan, { record, line }: RecordRef): string {
  const { displayName, externalId } = plannedRecord(plan, record - 1);
  const name = [displayName, externalId].filter((part) => part !== undefined).join(', ');
  const at = `line ${formatCount(line)}`;
  return name === '' ? at : `${plainText(name, 80)} (${at})`;
}
