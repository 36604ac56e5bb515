import { describe, expect, it } from 'vitest';
import type { TokenSource } from '../../src/tenant/signIn/tokenSource';
import type { FaultScript } from '../support/faultServer/faultServer';
import { startFaultServer } from '../support/faultServer/faultServer';
import type { FaultStep } from '../support/faultServer/faultStep';
import { answering, answerText, readAll } from '../support/faultServer/faultStep';
import { sendFaulty } from './faultRig';
import { countingServer, openLoopback, transports } from './transportRig';

const OK = answering(202);
const RESET: FaultStep = { do: 'reset' };
const STALL: FaultStep = { do: 'stall', ms: Infinity };
const write = (text: string, pieces?: number): FaultStep => ({ do: 'write', text, ...(pieces && { pieces }) });
const ACCEPTED = answerText(202);
const HTML = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };

/** These steps the first time that so many batches have arrived, so often; answers 202 otherwise. */
function faultAt(arrived: number, steps: readonly FaultStep[], times = 1): FaultScript {
  let left = times;
  return ({ received }) => {
    if (left <= 0 || new Set(received.map(({ hash }) => hash)).size < arrived) return OK;
    left -= 1;
    return steps;
  };
}

/** Answers by the body. */
const byBody = (answer: (body: { readonly number: number }, count: number) => readonly FaultStep[]): FaultScript => {
  return () => [
    ...readAll,
    {
      do: 'decide',
      by: (received) => {
        const body = JSON.parse(received.at(-1)?.body ?? '') as { readonly number: number };
        return answer(body, received.filter((other) => other.body === received.at(-1)?.body).length);
      },
    },
  ];
};

const places = [
  ['first', 0],
  ['middle', 1],
  ['last', 2],
] as const;
const ALL = ['accepted', 'accepted', 'accepted'];
const twice = (at: number): readonly string[] =>
  ALL.map((state, index) => (index === at ? 'accepted, maybe twice' : state));

describe.each(transports)('a sending by %s', (name, open) => {
  const send = (script: FaultScript, more: Partial<Parameters<typeof sendFaulty>[0]> = {}) =>
    sendFaulty({ open, script, ...more });

  describe('that nobody takes', () => {
    it('is not sent where nobody listens', async () => {
      const gone = await countingServer();
      gone.close();
      const { states, last, server } = await send(() => OK, { origin: `http://127.0.0.1:${gone.port}` });
      expect([states, server.connections]).toEqual([['not-sent', 'planned', 'planned'], 0]);
      expect(last).toMatchObject({ type: 'paused', why: 'breaker' });
    });

    it('is not sent where the name is not found', async () => {
      const { states, last } = await send(() => OK, { origin: 'http://fault.invalid' });
      expect(states).toEqual(['not-sent', 'planned', 'planned']);
      expect(last).toMatchObject({ type: 'paused', why: 'breaker' });
    });
  });

  describe.each(places)('whose %s request', (_, at) => {
    it.each<readonly [string, readonly FaultStep[], number]>([
      ['none of it', [RESET], 0],
      ['a byte of it', [{ do: 'read', bytes: 1 }, RESET], 0],
      ['its head', [{ do: 'read-head' }, RESET], 0],
      ['half of its body', [{ do: 'read-head' }, { do: 'read-body', share: 0.5 }, RESET], 0],
      ['all of it but a byte', [{ do: 'read-head' }, { do: 'read-body', but: 1 }, RESET], 0],
      ['all of it', [...readAll, RESET], 1],
    ])('is reset after the server has read %s arrives', async (__, steps, whole) => {
      const { states, received, last } = await send(faultAt(at, steps));
      expect(states[at]).toMatch(/^accepted/);
      expect(states.filter((___, index) => index !== at)).toEqual(['accepted', 'accepted']);
      expect(received[at]).toBe(1 + whole);
      if (whole === 1) expect(states[at]).toBe('accepted, maybe twice');
      expect(last?.type).toBe('accepted');
    });

    it('is read and reset five times is given up, and the others arrive', async () => {
      const given = await send(byBody(({ number }) => (number === at + 1 ? [RESET] : [write(ACCEPTED)])));
      expect(given.states).toEqual(ALL.map((state, index) => (index === at ? 'given-up' : state)));
      expect([given.received[at], given.starts[at]]).toEqual([5, 5]);
    });

    it.each([2, 3, 4])('is read and reset %i times arrives, maybe more than once', async (times) => {
      const { states, received } = await send(
        byBody(({ number }, count) => (number === at + 1 && count <= times ? [RESET] : [write(ACCEPTED)])),
      );
      expect(states).toEqual(twice(at));
      expect(received[at]).toBe(times + 1);
    });

    it.each<readonly [string, readonly FaultStep[], boolean]>([
      ['before its head', [STALL], false],
      ['inside its head', [write('HTTP/1.1 202 Accepted\r\nrequest-'), STALL], false],
      ['inside its body', [write(answerText(202, { body: '{', length: 100 })), STALL], true],
    ])('has an answer that stalls %s', async (__, steps, isAccepted) => {
      const { states } = await send(faultAt(at, [...readAll, ...steps]), { isStalling: true });
      expect(states).toEqual(isAccepted ? ALL : twice(at));
    });
  });

  describe('with an answer', () => {
    it.each<readonly [string, readonly FaultStep[], readonly string[]]>([
      ['that is cut', [write(answerText(202, { body: '{', length: 100 })), { do: 'close' }], ALL],
      ['that is cut by a reset', [write(answerText(202, { body: '{', length: 100 })), RESET], ALL],
      ['that is longer than it says', [write(answerText(202, { body: 'too long', length: 3 }))], ALL],
      ['without a length', [write(answerText(202, { body: 'text', length: 'none' })), { do: 'close' }], ALL],
      ['with a length that is none', [write('HTTP/1.1 202 Accepted\r\nContent-Length: many\r\n\r\n')], twice(1)],
      ['in single bytes', [write(ACCEPTED, 1)], ALL],
      ['of garbage', [write('\u0000\u0001SSH-2.0-fault\r\n\r\n')], twice(1)],
      ['after garbage', [write(`garbage\r\n${ACCEPTED}`)], twice(1)],
      ['of nothing', [{ do: 'close' }], twice(1)],
      [
        'of 100 MiB',
        [write(answerText(202, { length: 104_857_600 })), { do: 'flood', text: 'x'.repeat(65_536), times: 1600 }],
        ALL,
      ],
      [
        'without an end',
        [
          write(answerText(500, { headers: { 'Transfer-Encoding': 'chunked' }, length: 'none' })),
          { do: 'flood', text: `10000\r\n${'x'.repeat(65_536)}\r\n`, times: 10_000 },
        ],
        twice(1),
      ],
    ])('%s is taken for what its status says', async (_, steps, expected) => {
      const { states } = await send(faultAt(1, [...readAll, ...steps]));
      expect(states).toEqual(expected);
    });

    it('glued to another one for nobody is one answer', async () => {
      const { states, received } = await send(faultAt(1, [...readAll, write(ACCEPTED + answerText(400))]));
      expect(states.filter((state) => !state.startsWith('accepted'))).toEqual([]);
      // The second is for no request: a request that was sent meanwhile may be lost with the connection, and is sent again
      expect(received.filter((times) => times < 1)).toEqual([]);
    });
  });

  it('over a connection that is closed as the next request goes out says of none that it was not sent, 200 times', async () => {
    const states: string[] = [];
    for (let run = 0; run < 20; run++) {
      // An answer, and then an end after a while: sometimes before the next request, sometimes within
      const script: FaultScript = ({ random }) => [
        ...OK,
        { do: 'stall', ms: Math.floor(random() * 14) },
        { do: 'close' },
      ];
      const sent = await send(script, { batches: 10, seed: run });
      states.push(...sent.states);
    }
    expect(states).toHaveLength(200);
    expect(states.filter((state) => !state.startsWith('accepted'))).toEqual([]);
  });

  describe('that is answered', () => {
    it.each([500, 502, 503, 504, 408])(
      '%i once, though the server has taken it, is sent again and said',
      async (status) => {
        const { states, received } = await send(faultAt(1, answering(status)));
        expect([states, received]).toEqual([twice(1), [1, 2, 1]]);
      },
    );

    it('with failures again and again opens the breaker', async () => {
      const kinds = [500, 502, 503];
      const { states, last, server } = await send(byBody((_, count) => [write(answerText(kinds[count % 3] ?? 500))]));
      expect(states).toEqual(['given-up', 'unknown', 'planned']);
      expect(last).toMatchObject({ type: 'paused', why: 'breaker' });
      expect(server.received).toHaveLength(6);
    });

    it('with every other one a failure arrives', async () => {
      const { states } = await send(
        byBody((_, count) => [write(answerText(count === 1 ? 503 : 202))]),
        { batches: 8 },
      );
      expect(new Set(states)).toEqual(new Set(['accepted, maybe twice']));
    });

    it.each([
      ['429', answerText(429)],
      ['429 with a wait', answerText(429, { headers: { 'Retry-After': '5' } })],
    ])('%s on every third call waits, and is received again', async (_, text) => {
      let count = 0;
      const { states } = await send(
        byBody(() => [write(++count % 3 === 0 ? text : ACCEPTED)]),
        { batches: 8 },
      );
      // Whether a body that was refused was read does not matter: the service has not taken it
      expect(states.filter((state) => state !== 'accepted')).toEqual([]);
    });

    it('429 with a wait of a day pauses until then', async () => {
      const { states, last } = await send(faultAt(1, answering(429, { headers: { 'Retry-After': '86400' } })));
      expect(states).toEqual(['accepted', 'throttled', 'planned']);
      expect(last).toMatchObject({ type: 'paused', why: 'throttled', until: expect.any(Number) as number });
    });

    it.each([400, 403, 404, 405, 409, 410, 413, 415, 422])('%i stops', async (status) => {
      const { states, last } = await send(faultAt(1, answering(status)));
      expect(states).toEqual(['accepted', 'rejected', 'planned']);
      expect(last).toMatchObject({ type: 'paused', why: 'refused' });
    });

    it.each([200, 201, 204, 206])('%i, which is not a 202, is unknown and stops', async (status) => {
      const { states, received } = await send(faultAt(1, answering(status, status === 204 ? { length: 'none' } : {})));
      expect([states, received]).toEqual([
        ['accepted', 'unknown', 'planned'],
        [1, 1, 0],
      ]);
    });

    it.each([
      [200, HTML],
      [407, {}],
      [403, HTML],
    ])('%i by something between stops, and nothing counts as accepted', async (status, parts) => {
      const { states } = await send(faultAt(1, answering(status, parts)));
      // Node's fetch hides a 407: all that it says is that it failed, so that nobody knows what became of the request
      if (status === 407 && name !== 'undici') {
        expect(states).toEqual(twice(1));
        return;
      }
      expect(states).toEqual(['accepted', 'intercepted', 'planned']);
    });

    it.each([301, 302, 303, 307, 308])('%i goes nowhere, to another host or form a cycle', async (status) => {
      const other = await countingServer();
      for (const location of [`http://127.0.0.1:${other.port}/`, '/circle']) {
        const { states, received } = await send(faultAt(1, answering(status, { headers: { Location: location } })));
        expect([states, received]).toEqual([
          ['accepted', 'intercepted', 'planned'],
          [1, 1, 0],
        ]);
      }
      expect(other.connections()).toBe(0);
      other.close();
    });
  });

  describe('whose token', () => {
    const renewing = (asked: number[]): TokenSource => {
      let current = 1;
      return {
        token: ({ renew = false, refused } = {}) => {
          if (renew && refused === `token${current}`) asked.push(++current);
          return Promise.resolve(`token${current}`);
        },
      };
    };
    const expecting = (token: string): FaultScript => {
      return ({ received }) => [
        ...readAll,
        {
          do: 'decide',
          by: () => [write(answerText(received.at(-1)?.head.includes(`Bearer ${token}\r\n`) === true ? 202 : 401))],
        },
      ];
    };

    it('has expired is renewed once, also with several requests under way', async () => {
      for (const inParallel of [false, true]) {
        const asked: number[] = [];
        const { states } = await send(expecting('token2'), { tokens: renewing(asked), batches: 12, inParallel });
        expect([new Set(states), asked]).toEqual([new Set(['accepted']), [2]]);
      }
    });

    it('is never accepted stops after one renewal', async () => {
      const asked: number[] = [];
      const { states, last } = await send(expecting('none'), { tokens: renewing(asked) });
      expect([states, asked]).toEqual([['rejected', 'planned', 'planned'], [2]]);
      expect(last).toMatchObject({ type: 'paused', why: 'refused' });
    });
  });

  it('with several requests under way ties each answer to its request', async () => {
    const script = byBody(({ number }, count) => {
      const late: FaultStep = { do: 'stall', ms: (number * 37) % 60 };
      if (number % 5 === 0 && count === 1) return [late, write(answerText(503))];
      return [late, write(answerText(202, { headers: { 'request-id': `request-${number}` } }))];
    });
    const { events, server } = await send(script, { batches: 40, inParallel: true });
    const accepted = events.filter((event) => event.type === 'accepted');
    expect(accepted.map(({ batch }) => batch).sort((left, right) => left - right)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    for (const { batch, receipt, maybeTwice } of accepted)
      expect([batch, receipt.requestId, maybeTwice]).toEqual([batch, `request-${batch}`, batch % 5 === 0]);
    expect(server.connections).toBeGreaterThan(1);
  });

  it('to a host that proves nothing sends no byte of a body, and stops', async () => {
    const place = await openLoopback();
    const stranger = await openLoopback();
    const { states, last } = await send(() => OK, { origin: place.origin, authority: stranger.authority });
    expect([states, place.received]).toEqual([['not-sent', 'planned', 'planned'], []]);
    expect(last).toMatchObject({ type: 'paused', why: 'refused' });
    await place.close();
    await stranger.close();
  });

  it('to a host of an old TLS sends no byte of a body, and stops', async () => {
    // An alert: the version of the protocol is not taken
    const alert = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]);
    const script: FaultScript = () => [{ do: 'read', bytes: 5 }, { do: 'write', text: alert }, { do: 'close' }];
    const server = await startFaultServer({ script });
    const { states, last } = await send(() => OK, { origin: `https://127.0.0.1:${server.port}` });
    expect([states, server.received]).toEqual([['not-sent', 'planned', 'planned'], []]);
    expect(last).toMatchObject({ type: 'paused', why: 'refused' });
    await server.close();
  });
});
