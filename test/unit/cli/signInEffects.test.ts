import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signInEffects } from '../../../src/cli/signInEffects';

const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, content: string | Uint8Array, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function effects(env: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const say = (text: string) => Promise.resolve(void said.push(text));
  return { said, ...signInEffects(env, say, () => Promise.reject(new Error('Nobody is called.'))) };
}

describe('a secret of the command line', () => {
  it.each([
    ['a variable', { env: 'HR' }, 's3cret'],
    ['a file', { file: fileWith('secret.txt', 's3cret\r\n') }, 's3cret'],
    ['a file, without one new line at its end', { file: fileWith('two.txt', 's3cret\n\n') }, 's3cret\n'],
    ['a file with a mark', { file: fileWith('mark.txt', '\uFEFFs3cret') }, 's3cret'],
  ])('is taken from %s', async (_, place, secret) => {
    const { secretOf, said } = effects({ HR: 's3cret' });
    expect(await secretOf(place, 'client secret')).toBe(secret);
    expect(said).toEqual([]);
  });

  it.each([
    [
      'the variable is not set',
      { env: 'NO' },
      'The environment variable NO is not set.',
      /Set it to the client secret/,
    ],
    ['the variable is one of every object', { env: 'constructor' }, /variable constructor is not set\.$/, /Set it to/],
    ['the variable is their prototype', { env: '__proto__' }, /variable __proto__ is not set\.$/, /Set it to/],
    ['the variable is empty', { env: 'EMPTY' }, 'The environment variable EMPTY is empty.', /Set it to the client/],
    ['the file is missing', { file: join(folder, 'no') }, 'The client secret cannot be read.', /there is no such file/],
    ['the file is a folder', { file: folder }, 'The client secret cannot be read.', /it is a folder/],
    ['the file is empty', { file: fileWith('empty', '\n') }, /empty is empty\.$/, /Put the client secret into it/],
    [
      'the file is another one',
      { file: fileWith('more', 's3cret\r\nmore\n') },
      /more has several lines/,
      /Keep only the/,
    ],
    ['the variable has more', { env: 'MORE' }, /^The value of MORE has several lines/, /Keep only the/],
    ['the file is not text', { file: fileWith('bad', new Uint8Array([255])) }, /is not UTF-8 text\.$/, /UTF-8/],
  ])('is missed where %s', async (_, place, message, remedy) => {
    const { secretOf } = effects({ EMPTY: '', MORE: 's3cret\nmore' });
    const failure = secretOf(place, 'client secret');
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({
      name: 'NotSentError',
      remedy: expect.stringMatching(remedy) as unknown,
    });
  });

  it.skipIf(process.platform === 'win32')(
    'is warned about where others may read it, unlike a platform’s token',
    async () => {
      const path = fileWith('open.txt', 's3cret', 0o640);
      const { secretOf, readFile, said } = effects();
      await secretOf({ file: path }, 'client secret');
      await readFile(path, 'token of the workload identity');
      expect(said).toEqual([`Warning: other users of this machine can read ${path}. Run: chmod 600 ${path}`]);
    },
  );
});

describe('a device code', () => {
  it('is shown as text, with a warning', () => {
    const { onDeviceCode, said } = effects();
    onDeviceCode({ code: 'ABC\u001b[2J', address: 'https://microsoft.com/devicelogin' });
    expect(said).toEqual([
      expect.stringMatching(
        /^To sign in, open https:\/\/\S+ and enter the code ABC\\u001b\[2J\. Only do so if you started/,
      ),
    ]);
  });
});
