import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askOnTerminal } from '../../../../src/cli/terminal/askOnTerminal';

function typed() {
  const held: string[] = [];
  const input = Object.assign(new PassThrough(), {
    ref: () => held.push('ref'),
    unref: () => held.push('unref'),
  });
  return { input, held };
}

it('gives the line that is typed, and lets go of the input', async () => {
  const { input, held } = typed();
  const asked = askOnTerminal(input, new AbortController().signal);
  input.write('yes\n');
  expect(await asked).toBe('yes');
  expect([held[0], held.at(-1)]).toEqual(['ref', 'unref']);
  const again = askOnTerminal(input, new AbortController().signal);
  input.write('21\n');
  expect(await again).toBe('21');
});

it('gives nothing where the input ends, or the call is stopped', async () => {
  const { input } = typed();
  const ended = askOnTerminal(input, new AbortController().signal);
  input.end();
  expect(await ended).toBeUndefined();
  const stop = new AbortController();
  const stopped = askOnTerminal(typed().input, stop.signal);
  stop.abort();
  expect(await stopped).toBeUndefined();
  expect(await askOnTerminal(typed().input, AbortSignal.abort())).toBeUndefined();
});
