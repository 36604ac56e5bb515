import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeTenantFile } from '../../src/connections/tenantFile';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import { throttled } from '../../src/sandbox/scenarios/throttled';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { eventually } from './support/eventually';
import { connectionTo, windowOf } from './support/proxiedTenant';
import { runCommandLine } from './support/runCommandLine';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
afterAll(() => proxy.close());

interface RunAccount {
  readonly counts: Readonly<Record<string, number>>;
  readonly batches: readonly { readonly state: string; readonly maybeTwice: boolean }[];
  readonly records: readonly unknown[];
}

describe('a plan for a real tenant', () => {
  const vscode = vscodeForTests(windowOf(proxy, 'Contoso production'));

  const runs = () => vscode().workbench.tree('Runs');
  const first = () => runs().firstAt(2);

  async function looks(name: string): Promise<void> {
    const { page, workbench } = vscode();
    // A picture of a busy machine is a picture, too
    await workbench.idle().catch(() => undefined);
    await vscode().screenshots(name);
    await page.setViewportSize({ width: 800, height: 700 });
    await vscode().screenshot(`${name}-narrow`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  it('is shown on a page, and asked about in a dialog that says REAL', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await workbench.editor.pressLens('Sandbox Tenant');
    await workbench.quickInput.pick('Contoso production');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.dialog.getByText('REAL tenant').first().waitFor({ timeout: 60_000 });
    await looks('sending-dialog');
    await workbench.messages.answerDialog('Show Plan');
    await workbench.messages.notification('is waiting for your confirmation').waitFor();
    await looks('sending-plan-page');
    // Its page goes on without the notification
    await workbench.messages.dismissNotifications();
  });

  it('wants the name of the tenant typed, and takes nothing else', async () => {
    const { workbench, page } = vscode();
    await workbench.tab('Plan for contoso.csv.md').click();
    await workbench.editor.pressTitleAction('Continue to Confirmation');
    await workbench.messages.dialog.waitFor();
    await workbench.messages.dialog.getByRole('button', { name: 'Send the First 5' }).click();
    await workbench.quickInput.waitForQuestion('Confirm Sending');
    await workbench.quickInput.answerUnsent('fabrikam');
    await looks('sending-typed');
    await page.keyboard.press('Escape');
    expect(proxy.ledger.lines.filter((line) => line.includes('bulkUpload'))).toEqual([]);
  });

  it('is sent once it is typed, and says how far it is in three places', async () => {
    const { workbench } = vscode();
    await workbench.tab('contoso.csv').click();
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.dialog.waitFor({ timeout: 60_000 });
    await workbench.messages.answerDialog('Send All at Once');
    await workbench.messages.dialog.getByRole('button', { name: 'Send 945 Operations' }).click({ timeout: 60_000 });
    await workbench.quickInput.waitForQuestion('Confirm Sending');
    // Else it may be over before anybody has looked
    proxy.sandbox.setScenario(throttled);
    for (const text of ['Contoso production', '936']) {
      await workbench.quickInput.waitForQuestion(`Type ${text} to send`);
      await workbench.quickInput.answer(text);
    }
    await workbench.statusBarItem('Sending').waitFor();
    await eventually(first).toMatch(/^[1-9] of 19 · /);
    await vscode().screenshot('sending-underway');
    await vscode().killAndReopen();
    proxy.sandbox.setScenario(healthy);
  });

  it('and is there after the window was killed, with what was accepted and what was not', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await workbench.messages.notification('did not finish').waitFor({ timeout: 60_000 });
    await eventually(first).toContain('interrupted');
    // The text of the plan's page has gone with the window
    await eventually(() => vscode().page.locator('.tab', { hasText: 'Plan for' }).count()).toBe(0);
    await looks('sending-left');
    await workbench.messages.answerNotification('did not finish', 'Resume');
    await workbench.messages.dialog.getByText('Resume sending contoso.csv').waitFor({ timeout: 60_000 });
    await looks('sending-resume');
    await workbench.messages.confirmPlan();
    await eventually(first, 60_000).toContain('waiting for the log');
    await runs().expand('contoso.csv');
    await looks('sending-awaiting');
  });

  it('is listed and finished by the command line, with an exact account', async () => {
    const { home, folder } = vscode();
    await vscode().kill();
    const connection = join(folder, 'contoso.connection.json');
    writeFileSync(connection, writeTenantFile(connectionTo(proxy, 'Contoso production')));
    const call = (...words: string[]) =>
      runCommandLine(['runs', ...words, '--format', 'json'], { ...proxy.env, ENTRA_INBOUND_HOME: home });
    const [listed] = JSON.parse((await call('list')).out) as { state: string; extract: string }[];
    expect(listed).toMatchObject({ extract: 'contoso.csv', state: 'awaiting-log' });
    // The job goes through its people in a few cycles
    const verified = async () => {
      const { code } = await call('verify', 'last', '--connection', connection);
      const { counts } = JSON.parse((await call('show', 'last')).out) as RunAccount;
      return [code, counts.waiting];
    };
    // It ends with 1 once somebody has failed, also while others are still awaited
    await eventually(verified, 60_000).toEqual([1, 0]);
    const { out } = await call('show', 'last');
    const { counts, batches, records } = JSON.parse(out) as RunAccount;
    expect(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))).toEqual({
      created: 936,
      failed: 9,
      refused: 4,
      excluded: 51,
    });
    expect([records.length, batches.map(({ state }) => state)]).toEqual([1000, Array<string>(19).fill('accepted')]);
    expect(batches.filter(({ maybeTwice }) => maybeTwice).length).toBeLessThanOrEqual(1);
  });
});
