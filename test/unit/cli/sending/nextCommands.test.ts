import { expect, it } from 'vitest';
import type { Invocation } from '../../../../src/cli/command';
import { failuresCommand, nextCommands, wholeCommand } from '../../../../src/cli/sending/nextCommands';

function invocation(words: readonly string[], options: Readonly<Record<string, string>> = {}): Invocation {
  return { words, option: (name: string) => options[name] } as unknown as Invocation;
}

it.each([
  [{}, true, ''],
  [{}, false, ' --connection FILE'],
  [{ connection: './hr tenant.json' }, false, " --connection './hr tenant.json'"],
])('names the connection of %j, known by its name: %s', (options, isKnown, connection) => {
  const call = invocation([], options);
  expect(nextCommands('20261128-204806-3f9a1c', call, isKnown)).toEqual({
    resume: `entra-inbound runs resume 20261128-204806-3f9a1c${connection}`,
    verify: `entra-inbound runs verify 20261128-204806-3f9a1c${connection}`,
    search: `entra-inbound runs find-rejected 20261128-204806-3f9a1c${connection}`,
  });
  expect(failuresCommand('20261128-204806-3f9a1c', call, isKnown)).toBe(
    `entra-inbound logs --run 20261128-204806-3f9a1c --failed${connection}`,
  );
});

it('leaves out --only-changes alone', () => {
  const words = ['a.csv', '--mapping', 'm.scimmap', '--only-changes', '--yes', '--wait'];
  expect(wholeCommand('send', invocation(words))).toBe('entra-inbound send a.csv --mapping m.scimmap --yes --wait');
});
