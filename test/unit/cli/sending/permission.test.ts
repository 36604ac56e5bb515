import { expect, it } from 'vitest';
import type { GuardDecision, GuardFinding } from '../../../../src/core/guards/guard';
import { permissionFor } from '../../../../src/cli/sending/permission';

const HASH = 'a1'.repeat(32);
const finding = (decision: GuardDecision, index: number): GuardFinding => ({
  id: `G${index + 1}`,
  decision,
  message: 'Something.',
});

/** Decisions of guards, and what each way of consent makes of them. */
const TABLE: readonly (readonly [readonly GuardDecision[], Readonly<Record<'none' | 'yes' | 'confirm', string>>])[] = [
  [[], { none: 'nothing-asked', yes: 'nothing-asked', confirm: '--confirm' }],
  [['pass', 'pass'], { none: 'nothing-asked', yes: 'nothing-asked', confirm: '--confirm' }],
  [['pass', 'ask'], { none: 'G2 lifted by --yes', yes: '--yes', confirm: '--confirm' }],
  [['type', 'pass'], { none: 'G1 lifted by --confirm', yes: 'G1 lifted by --confirm', confirm: '--confirm' }],
  [['ask', 'type'], { none: 'G2 G1 lifted by --confirm', yes: 'G2 lifted by --confirm', confirm: '--confirm' }],
  [['stop'], { none: 'G1 lifted by nothing', yes: 'G1 lifted by nothing', confirm: 'G1 lifted by nothing' }],
  [
    ['ask', 'type', 'stop'],
    { none: 'G3 G2 G1 lifted by nothing', yes: 'G3 G2 lifted by nothing', confirm: 'G3 lifted by nothing' },
  ],
];

const CONSENTS = { none: { yes: false }, yes: { yes: true }, confirm: { yes: false, confirm: HASH } };

it.each(TABLE)('guards that decide %j', (decisions, expected) => {
  for (const [name, consent] of Object.entries(CONSENTS)) {
    const findings = decisions.map(finding);
    const seen = Object.fromEntries(findings.map(({ id, decision }) => [id, decision]));
    const permission = permissionFor(HASH, findings, consent, seen);
    const said =
      permission.kind === 'granted'
        ? permission.by
        : permission.kind === 'refused'
          ? `${permission.by.map(({ id }) => id).join(' ')} lifted by ${permission.liftedBy ?? 'nothing'}`
          : permission.kind;
    expect([name, said]).toEqual([name, expected[name as keyof typeof CONSENTS]]);
  }
});

it.each([HASH.slice(0, 63), HASH.slice(0, 12), HASH.toUpperCase(), `${HASH}0`, '', HASH.replace('a', 'b')])(
  'a plan is confirmed by nothing but its whole hash: %s',
  (confirm) => {
    for (const decisions of [[], ['ask'], ['type']] as const)
      expect(permissionFor(HASH, decisions.map(finding), { yes: true, confirm })).toEqual({ kind: 'another-plan' });
  },
);

it('a hash passes nothing of a plan that nobody is known to have been shown', () => {
  const outcome = (decisions: readonly GuardDecision[], yes: boolean) => {
    const permission = permissionFor(HASH, decisions.map(finding), { yes, confirm: HASH });
    return permission.kind === 'stricter'
      ? [permission.kind, permission.wasPrinted, ...permission.by.map(({ id }) => id)]
      : permission.kind;
  };
  expect(outcome(['ask', 'type'], false)).toEqual(['stricter', false, 'G2', 'G1']);
  expect(outcome(['ask', 'type'], true)).toEqual(['stricter', false, 'G2']);
  expect(outcome(['ask'], false)).toEqual(['stricter', false, 'G1']);
  expect(outcome(['ask'], true)).toBe('granted');
  expect(outcome(['pass'], false)).toBe('granted');
  expect(outcome([], false)).toBe('granted');
  expect(outcome(['type', 'stop'], true)).toBe('refused');
});
