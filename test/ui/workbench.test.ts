import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

describe('the packaged extension in VS Code', () => {
  const vscode = vscodeForTests();

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
