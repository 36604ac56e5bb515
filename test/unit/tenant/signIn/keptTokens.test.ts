import { describe, expect, it } from 'vitest';
import type { IssuedToken, TokenRequest } from '../../../../src/tenant/signIn/keptTokens';
import { keptTokens } from '../../../../src/tenant/signIn/keptTokens';
import { createManualClock } from '../../../support/manualClock';

/** A source that answers when the test wants it to. */
function slowSource() {
  const clock = createManualClock();
  const asked: (TokenRequest & { give(token: IssuedToken): void; fail(error: Error): void })[] = [];
  const tokens = keptTokens(
    (request) => new Promise((give, fail) => void asked.push({ ...request, give, fail })),
    clock,
  );
  const lifetime = 3_600_000;
  return { clock, asked, tokens, give: (at: number, text: string) => asked[at]?.give({ text, lifetime }) };
}

describe('kept tokens', () => {
  it('are asked for once, for any number of callers', async () => {
    const { tokens, asked, give } = slowSource();
    const waiting = Array.from({ length: 5 }, () => tokens.token());
    give(0, 'a');
    expect(await Promise.all(waiting)).toEqual(Array(5).fill('a'));
    expect(await tokens.token()).toBe('a');
    expect(asked).toHaveLength(1);
  });

  it('are replaced before their end: by five minutes, of a short one by half its life', async () => {
    const { tokens, asked, clock, give } = slowSource();
    const first = tokens.token();
    give(0, 'a');
    await first;
    clock.advance(3_300_000 - 1);
    expect(await tokens.token()).toBe('a');
    clock.advance(1);
    const second = tokens.token();
    asked[1]?.give({ text: 'b', lifetime: 10_000 });
    expect(await second).toBe('b');
    clock.advance(4_999);
    expect(await tokens.token()).toBe('b');
    clock.advance(1);
    void tokens.token();
    expect(asked.map(({ renew }) => renew)).toEqual([false, false, false]);
  });

  it('are renewed once for all whose token was refused, however late they hear of it', async () => {
    const { tokens, asked, give } = slowSource();
    const first = tokens.token();
    give(0, 'a');
    await first;
    const refused = { renew: true, refused: 'a' };
    const renewed = [tokens.token(refused), tokens.token(refused), tokens.token()];
    give(1, 'b');
    expect(await Promise.all(renewed)).toEqual(['b', 'b', 'b']);
    expect(await tokens.token(refused)).toBe('b');
    expect(asked.map(({ renew }) => renew)).toEqual([false, true]);
    void tokens.token({ renew: true, refused: 'b' });
    expect(asked).toHaveLength(3);
  });

  it('are waited for by others when one gives up, and by nobody when all do', async () => {
    const { tokens, asked, give } = slowSource();
    const [one, other] = [new AbortController(), new AbortController()];
    const gone = tokens.token({ signal: one.signal });
    const stays = tokens.token({ signal: other.signal });
    one.abort();
    await expect(gone).rejects.toThrow('cancelled');
    expect(asked[0]?.signal.aborted).toBe(false);
    give(0, 'a');
    expect(await stays).toBe('a');
    const alone = tokens.token({ renew: true, signal: other.signal });
    other.abort();
    await expect(alone).rejects.toThrow('cancelled');
    expect(asked[1]?.signal.aborted).toBe(true);
    // What was given up is not what the next caller gets
    give(1, 'late');
    const next = tokens.token({ renew: true });
    give(2, 'c');
    expect(await next).toBe('c');
    expect(await tokens.token()).toBe('c');
  });

  it('are not asked for by who has given up already', async () => {
    const { tokens, asked } = slowSource();
    await expect(tokens.token({ signal: AbortSignal.abort() })).rejects.toThrow('cancelled');
    expect(asked).toEqual([]);
  });

  it('are asked for again after a failure, which all hear of', async () => {
    const { tokens, asked, give } = slowSource();
    const waiting = [tokens.token(), tokens.token()];
    asked[0]?.fail(new Error('No.'));
    for (const each of waiting) await expect(each).rejects.toThrow('No.');
    const next = tokens.token();
    give(1, 'a');
    expect(await next).toBe('a');
  });
});
