import { recordProblems } from '../core/convert/recordProblems';
import type { GuardFinding } from '../core/guards/guard';
import type { ReasonLink, SendingReason } from './readiness';

const GRAVITY = ['stop', 'type', 'ask'] as const;

/**
 * The guards' findings on a plan that need attention, with links to where they can be resolved. The most severe come
 * first.
 */
export function sendingReasons(findings: readonly GuardFinding[]): readonly SendingReason[] {
  return GRAVITY.flatMap((gravity) =>
    findings.flatMap((finding) => (finding.decision === gravity ? [reasonOf(finding, gravity)] : [])),
  );
}

function reasonOf(finding: GuardFinding, decision: SendingReason['decision']): SendingReason {
  const { message, typed, limit = 0 } = finding;
  const raises: readonly ReasonLink[] = limit > 0 ? [{ kind: 'limits' }] : [];
  const links = [...(LINKS[finding.id]?.(finding) ?? []), ...firstRecord(finding), ...raises];
  return {
    decision,
    text: message,
    ...(typed !== undefined && { typed }),
    links: links.length > 0 ? links : [{ kind: 'connection' }],
  };
}

function firstRecord({ id, records }: GuardFinding): readonly ReasonLink[] {
  const [first] = records?.first ?? [];
  // The linked list already shows the affected lines
  return first === undefined || LINKS[id] !== undefined ? [] : [{ kind: 'line', line: first.line }];
}

/** Links by the id of the guard. Without an entry, the link is the first record, the limits, or else the connection. */
const LINKS: Readonly<Partial<Record<string, (finding: GuardFinding) => readonly ReasonLink[]>>> = {
  G2: () => [{ kind: 'outcome', outcome: 'disabled' }],
  G3: () => [{ kind: 'outcome', outcome: 'disabled' }],
  G5: () => [{ kind: 'outcome', outcome: 'created' }],
  G8: ({ decision }) => {
    const { duplicateId, nearDuplicateId } = recordProblems;
    return [{ kind: 'problem', code: (decision === 'stop' ? duplicateId : nearDuplicateId).code }];
  },
  G9: () => [{ kind: 'state', state: 'refused' }],
  G10: () => [{ kind: 'statuses' }],
  G13: ({ run }) => [run === undefined ? { kind: 'runs' } : { kind: 'run', run }],
  G18: () => [{ kind: 'statuses' }],
  G19: () => [{ kind: 'state', state: 'excluded' }],
  G21: () => [{ kind: 'outcome', outcome: 'created-disabled' }],
  G22: () => [{ kind: 'mapping' }],
};
