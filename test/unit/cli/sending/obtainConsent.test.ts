import { describe, expect, it } from 'vitest';
import type { ConsentSought } from '../../../../src/cli/sending/obtainConsent';
import { obtainConsent } from '../../../../src/cli/sending/obtainConsent';
import type { GuardDecision, GuardFinding } from '../../../../src/core/guards/guard';
import { jsonLines } from '../../../system/support/runCli';
import { silentTerminal } from '../../../support/silentTerminal';

const HASH = 'a1'.repeat(32);
const finding = (id: string, decision: GuardDecision, typed?: string): GuardFinding => ({
  id,
  decision,
  message: `What ${id} found.`,
  ...(typed !== undefined && { typed }),
});
const ASKS = [finding('G1', 'pass'), finding('G5', 'ask')];
const TYPES = [finding('G1', 'type', 'Contoso'), finding('G2', 'type', '21'), finding('G5', 'ask')];
const STOPS = [finding('G8', 'stop'), finding('G2', 'type', '21')];

function seek(findings: readonly GuardFinding[], more: Partial<ConsentSought> = {}) {
  const file = { plan: HASH } as ConsentSought['prepared']['file'];
  const sought: ConsentSought = {
    prepared: { file, findings, plan: {} as ConsentSought['prepared']['plan'] },
    consent: { yes: false },
    title: 'a.csv for Contoso (job j):',
    summary: ['a.csv to a SANDBOX, job j.', `${'word '.repeat(30)}end`],
    mayAsk: true,
    look: 'entra-inbound plan a.csv',
    again: 'entra-inbound plan a.csv --again',
    command: (consent) => ['entra-inbound send a.csv', ...consent].join(' '),
    ...more,
  };
  return async (answers?: readonly (string | undefined)[], json = false) => {
    let said = '';
    const left = [...(answers ?? [])];
    const terminal = silentTerminal({
      err: (text) => {
        said += text;
        return Promise.resolve();
      },
      ...(answers && {
        ask: (question: string) => {
          said += question;
          return Promise.resolve(left.shift());
        },
      }),
    });
    return { consent: await obtainConsent(sought, terminal, json), said, left };
  };
}

describe('with nobody to ask', () => {
  it('says what asks and the call that passes it', async () => {
    expect(await seek(ASKS)()).toMatchObject({
      consent: 'declined',
      said: [
        'a.csv for Contoso (job j):',
        '  ask  G5  What G5 found.',
        'Nothing was sent: the guards that ask are passed by --yes. If it is right, run: entra-inbound send a.csv --yes',
        '',
      ].join('\n'),
    });
    expect((await seek(TYPES, { consent: { yes: true } })()).said).toContain(
      `run: entra-inbound send a.csv --confirm ${HASH}\n`,
    );
  });

  it('names no call that passes what stops', async () => {
    for (const consent of [{ yes: true }, { yes: true, confirm: HASH }]) {
      const { consent: given, said } = await seek(STOPS, { consent })();
      expect(given).toBe('declined');
      expect(said).toContain('  stop G8  What G8 found.\n');
      expect(said).not.toContain('run: entra-inbound');
    }
  });

  it('says the same as objects, each guard with its members', async () => {
    const { said } = await seek(TYPES)(undefined, true);
    expect(jsonLines(said)).toEqual([
      ...TYPES.map(({ id, decision, message }) => ({
        message,
        guard: { id, decision, message, value: null, limit: null },
      })),
      {
        message: `Nothing was sent: it takes the hash of this plan. If it is right, run: entra-inbound send a.csv --confirm ${HASH}`,
        plan: HASH,
        command: `entra-inbound send a.csv --confirm ${HASH}`,
      },
    ]);
  });

  it('tells what was passed, and by what', async () => {
    expect(await seek(ASKS, { consent: { yes: true } })()).toMatchObject({
      consent: { plan: HASH, by: '--yes' },
      said: 'Passed by --yes:\n  ask  G5  What G5 found.\n',
    });
    expect(await seek([finding('G1', 'pass')])()).toMatchObject({ consent: { by: 'nothing-asked' }, said: '' });
  });

  it('says that another plan was confirmed, even if all guards pass', async () => {
    const confirm = 'b2'.repeat(32);
    const { consent, said } = await seek([finding('G1', 'pass')], { consent: { yes: true, confirm } })();
    expect(consent).toBe('another-plan');
    expect(said).toContain(`--confirm has the hash of another plan. The current plan has the hash ${HASH}.`);
  });
});

describe('with a person at the terminal', () => {
  it.each([
    [['y'], { plan: HASH, by: 'dialog' }],
    [['YES '], { plan: HASH, by: 'dialog' }],
    [[''], 'declined'],
    [['n'], 'declined'],
    [['yeah'], 'declined'],
    [[undefined], 'declined'],
  ])('a question is answered by %j', async (answers, expected) => {
    const { consent, said } = await seek(ASKS)(answers);
    expect(consent).toEqual(expected);
    expect(said).toMatch(/^a\.csv to a SANDBOX, job j\.\n(?:word ?){16}\n(?:word ?){14} end\nSend\? \[y\/N\] /);
    if (expected === 'declined') expect(said).toMatch(/Nothing was sent\.\n$/);
  });

  it.each([
    [['Contoso', '21'], { plan: HASH, by: 'typed', typed: ['Contoso', '21'] }],
    [[' Contoso ', '21'], { plan: HASH, by: 'typed', typed: ['Contoso', '21'] }],
    [['contoso', '21'], 'declined'],
    [['Contoso', '2'], 'declined'],
    [['y', 'y'], 'declined'],
    [['', ''], 'declined'],
    [[undefined, '21'], 'declined'],
  ])('what is to be typed is typed by %j', async (answers, expected) => {
    expect((await seek(TYPES)(answers)).consent).toEqual(expected);
  });

  it('is not asked about what stops, of a plan from standard input, or with JSON', async () => {
    expect((await seek(STOPS)(['21', 'y'])).left).toHaveLength(2);
    expect((await seek(ASKS, { mayAsk: false })(['y'])).left).toHaveLength(1);
    expect((await seek(ASKS)(['y'], true)).left).toHaveLength(1);
  });

  it('is not asked again for what the call has passed', async () => {
    const { consent, left } = await seek(ASKS, { consent: { yes: true } })(['n']);
    expect([consent, left]).toEqual([{ plan: HASH, by: '--yes' }, ['n']]);
    expect((await seek(TYPES, { consent: { yes: true } })(['Contoso', '21'])).consent).toMatchObject({ by: 'typed' });
  });
});

describe('--confirm', () => {
  const consent = { yes: false, confirm: HASH };

  it('is void where a guard demands more than when the plan was printed, and says which', async () => {
    const { consent: given, said } = await seek(TYPES, { consent, seen: { G1: 'type', G2: 'pass', G5: 'ask' } })();
    expect(given).toBe('another-plan');
    expect(said).toContain('  type G2  What G2 found.\n');
    expect(said).not.toContain('What G1 found');
    expect(said).toContain(
      'Nothing was sent: G2 demands more now than when the plan was printed, so --confirm does not apply. To review it, run: entra-inbound plan a.csv --again\n',
    );
  });

  it.each([
    { G1: 'type', G2: 'type', G5: 'ask' },
    { G1: 'type', G2: 'stop', G5: 'type' },
  ])('passes what was seen as it is or stricter: %j', async (seen) => {
    const sought = seek(TYPES, { consent, seen });
    expect((await sought()).consent).toEqual({ plan: HASH, by: '--confirm' });
  });

  it('passes nothing where it is not known what was printed, and says why', async () => {
    const { consent: given, said } = await seek(TYPES, { consent })();
    expect(given).toBe('another-plan');
    expect(said).toContain('  type G1  What G1 found.\n');
    expect(said).toContain(
      'Nothing was sent: what guards demanded when this plan was printed is unknown. It was printed with another state folder, or more than 7 days ago, so --confirm does not apply. To review it, run: entra-inbound plan a.csv --again\n',
    );
  });

  it('leaves to --yes what is asked, and knows guards that did not strike then', async () => {
    expect((await seek(ASKS, { consent, seen: {} })()).consent).toBe('another-plan');
    expect((await seek(ASKS, { consent: { ...consent, yes: true }, seen: {} })()).consent).toEqual({
      plan: HASH,
      by: '--confirm',
    });
  });

  it('of another plan names a call that sends nothing', async () => {
    const { consent: given, said } = await seek(ASKS, { consent: { yes: false, confirm: 'b2'.repeat(32) } })();
    expect(given).toBe('another-plan');
    expect(said).toContain('To review it, run: entra-inbound plan a.csv\n');
  });
});
