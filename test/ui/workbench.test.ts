import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import type { VscodeSession } from './support/openVscode';
import { openVscode } from './support/openVscode';
import { screenshotOnFailure } from './support/screenshotOnFailure';

describe('the packaged extension in VS Code', () => {
  let session: VscodeSession | undefined;
  screenshotOnFailure(() => session);

  /** The window of these tests. */
  function vscode(): VscodeSession {
    if (session === undefined) throw new Error('VS Code did not open.');
    return session;
  }

  beforeAll(async () => {
    session = await openVscode();
  });

  afterAll(() => session?.close());

  it('opens the workspace', async () => {
    expect(await vscode().page.title()).toContain(basename(vscode().folder));
  });

  it('has an entry in the activity bar', async () => {
    await vscode().workbench.openSideBar('Inbound Provisioning');
    await vscode().workbench.idle();
    await vscode().screenshot('workbench');
  });

  it('asks nothing of the network', async () => {
    expect(vscode().asked()).toEqual([]);
  });

  it('would notice a request', async () => {
    await vscode().page.evaluate(() => fetch('https://noticed.invalid/').catch(() => undefined));
    await eventually(() => vscode().asked()).toEqual(['https://noticed.invalid']);
  });
});
