import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledPackages, noticedPackages } from '../support/bundledPackages';
import { projectRoot } from '../vscode/projectRoot.mjs';
import { zipEntries } from './support/zipEntries';

const vsix = join(projectRoot, 'dist', 'entra-inbound.vsix');

describe('the packaged extension', () => {
  it('holds the notices of every package in its bundles', () => {
    if (!existsSync(vsix)) throw new Error(`There is no ${vsix}. Run "npm run package" first.`);
    const entries = zipEntries(vsix);
    expect([...entries.keys()]).toEqual(
      expect.arrayContaining(['extension/dist/cli.js', 'extension/dist/worker.js', 'extension/dist/host/activate.mjs']),
    );
    const notices = entries.get('extension/dist/ThirdPartyNotices.txt')?.toString('utf8') ?? '';
    expect(noticedPackages(notices)).toEqual(bundledPackages());
  });
});
