import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textLike } from '../support/matchers';
import { jsonLines, Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

const LOOSE = 'externalId=[Id]\nUserName  = [User]\nactive = [Active]';
const CANONICAL = 'externalId = [Id]\nuserName   = [User]\nactive     = [Active]\n';
const textOf = (name: string) => readFileSync(join(place.path, name), 'utf8');

describe('format', () => {
  it('rewrites what is not in canonical form, and names it', async () => {
    place.write('a.scimmap', LOOSE);
    place.write('b.scimmap', CANONICAL);
    expect(await place.run(['format', 'a.scimmap', 'b.scimmap'])).toEqual({ code: 0, out: 'a.scimmap\n', err: '' });
    expect(textOf('a.scimmap')).toBe(CANONICAL);
    expect(readdirSync(place.path).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('does not touch a file that is right', async () => {
    const path = join(place.path, place.write('right.scimmap', CANONICAL));
    const before = statSync(path, { bigint: true });
    expect(await place.run(['format', 'right.scimmap'])).toEqual({ code: 0, out: '', err: '' });
    const after = statSync(path, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  it('only says with --check, with exit code 1', async () => {
    place.write('a.scimmap', LOOSE);
    expect(await place.run(['format', '--check', 'a.scimmap'])).toEqual({ code: 1, out: 'a.scimmap\n', err: '' });
    expect(textOf('a.scimmap')).toBe(LOOSE);
    place.write('b.scimmap', CANONICAL);
    expect(await place.run(['format', '--check', 'b.scimmap'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('formats what it can of a file with mistakes, and says what they are', async () => {
    place.write('wrong.scimmap', 'title=[T]\nnickName [N]\nuserType   = [U]\n');
    const { code, out, err } = await place.run(['format', 'wrong.scimmap']);
    expect({ code, out }).toEqual({ code: 1, out: 'wrong.scimmap\n' });
    expect(err).toEqual(textLike(/^wrong\.scimmap:2:1: error: .+ \[mapping\.syntax\]\n$/));
    expect(textOf('wrong.scimmap')).toContain('nickName [N]\n');
    expect(textOf('wrong.scimmap')).toContain('title = [T]\n');
  });

  it('keeps a byte order mark, line ends, the mode and links', async () => {
    const path = join(place.path, place.write('marked.scimmap', '\uFEFFtitle=[T]\r\nnickName=[N]\r\n'));
    chmodSync(path, 0o640);
    symlinkSync('marked.scimmap', join(place.path, 'link.scimmap'));
    expect((await place.run(['format', 'link.scimmap'])).code).toBe(0);
    expect(textOf('marked.scimmap')).toBe('\uFEFFtitle    = [T]\r\nnickName = [N]\r\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(place.path, 'link.scimmap')).isSymbolicLink()).toBe(true);
  });

  it('gives an object for each file with --format json', async () => {
    place.write('a.scimmap', LOOSE);
    place.write('b.scimmap', CANONICAL);
    const { code, out, err } = await place.run(['format', 'a.scimmap', 'b.scimmap', '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(jsonLines(out)).toEqual([
      { file: 'a.scimmap', isChanged: true },
      { file: 'b.scimmap', isChanged: false },
    ]);
  });

  it('changes nothing when one of the files cannot be read, or is not a mapping', async () => {
    place.write('a.scimmap', LOOSE);
    for (const wrong of ['missing.scimmap', 'a.csv']) {
      const { code, out, err } = await place.run(['format', 'a.scimmap', wrong]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(wrong);
      expect(textOf('a.scimmap')).toBe(LOOSE);
    }
  });
});
