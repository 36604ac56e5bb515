import type { Metafile } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { NOTICES_FILE, thirdPartyNotices } from '../../scripts/thirdPartyNotices.mjs';
import { bundledPackages, builtMetafiles, noticedPackages } from '../support/bundledPackages';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the third-party notices', () => {
  it('beside the bundles name each package in them with its licence, and no other', () => {
    const bundled = bundledPackages();
    expect(bundled.length).toBeGreaterThanOrEqual(10);
    expect(noticedPackages(readFileSync(join(root, NOTICES_FILE), 'utf8'))).toEqual(bundled);
  });

  it('are those of the bundles as they were built', () => {
    expect(readFileSync(join(root, NOTICES_FILE), 'utf8')).toBe(thirdPartyNotices(builtMetafiles()));
  });

  it('hold the licences of what a package contains of others', () => {
    const inputs = Object.fromEntries(
      ['lib/llhttp/llhttp-wasm.js', 'lib/web/fetch/index.js'].map((file) => [
        `node_modules/undici/${file}`,
        { bytes: 1, imports: [] },
      ]),
    );
    const notices = thirdPartyNotices([{ inputs, outputs: {} }]);
    expect(noticedPackages(notices)).toEqual([expect.stringMatching(/^undici 7\./)]);
    expect(notices).toContain('Copyright (c) Fedor Indutny, 2018');
    // Of undici's fetch, which has a licence file of its own
    expect(notices).toContain('Copyright (c) 2020 Ethan Arrowood');
  });

  it('name the documents whose facts are in our tables', () => {
    expect(thirdPartyNotices([])).toContain('Creative Commons Attribution 4.0');
  });
});

describe('a package', () => {
  const folder = mkdtempSync(join(root, 'out', 'notices-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function noticesOf(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
    const place = join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
    const path = relative(root, join(place, 'index.js')).replaceAll('\\', '/');
    const metafile: Metafile = { inputs: { [path]: { bytes: 1, imports: [] } }, outputs: {} };
    return thirdPartyNotices([metafile]);
  }

  it('with no licence text of its own gets the standard one', () => {
    const notices = noticesOf('bare', { license: 'MIT', author: { name: 'Ada' } });
    expect(noticedPackages(notices)).toEqual(['bare 1.2.3']);
    expect(notices).toContain('Copyright (c) Ada');
  });

  it('keeps the text that it carries, and its notices', () => {
    const files = { 'LICENSE.md': 'Its own words', 'NOTICE.txt': 'Made by others' };
    const notices = noticesOf('own', { license: 'Apache-2.0' }, files);
    for (const text of ['Licence: Apache-2.0', ...Object.values(files)]) expect(notices).toContain(text);
  });

  it.each([
    ['of an unknown licence', { license: 'SEE ELSEWHERE', author: 'Ada' }],
    ['of nobody', { license: 'MIT' }],
  ])('%s fails the build', (_, manifest) => {
    expect(() => noticesOf('odd', manifest)).toThrow('odd carries no licence text');
  });
});
