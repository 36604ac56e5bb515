import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refused } from '../../src/sandbox/message';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { eventually } from './support/eventually';
import { windowOf } from './support/proxiedTenant';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
afterAll(() => proxy.close());

/** 300 people, 25 of whom have left. */
const STAFF = 300;
const LEFT = 25;

function staff(): string {
  const rows = Array.from({ length: STAFF }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return `S${number},staff${number}@contoso.com,Staff ${number},${index < LEFT ? 'left' : 'active'}`;
  });
  return ['Id,Mail,Name,Status', ...rows, ''].join('\r\n');
}

const MAPPING = `source csv {
  files = "staff.csv"
}

externalId  = [Id]
userName    = [Mail]
displayName = [Name]
active      = Switch([Status], , "active", "True", "left", "False")
`;

describe('a sending asks', () => {
  const vscode = vscodeForTests(windowOf(proxy, 'Contoso production'));
  const runs = () => vscode().workbench.tree('Runs');
  /** How many runs there are: those below an open one may be out of view. */
  const count = async () => {
    await runs().pressTitleAction('Collapse All');
    await runs().expand('Today');
    return (await runs().rows()).filter(({ level }) => level === 2).length;
  };
  const newest = () => runs().firstAt(2);

  it('what a pilot has shown, before the others are sent', async () => {
    const { workbench, folder } = vscode();
    const { dialog } = workbench.messages;
    // Here already: the window lists its files once
    writeFileSync(join(folder, 'staff.csv'), staff());
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.answerDialog('Pilot First');
    await dialog.getByRole('button', { name: 'Send the First 5' }).click({ timeout: 60_000 });
    await dialog.getByText('Send the others too?').waitFor({ timeout: 60_000 });
    expect(await dialog.innerText()).toContain('The first 5 people were sent alone: 5 created.');
    await vscode().screenshots('sending-pilot');
    await eventually(newest).toContain('after the first people · 1 of 20');
    await workbench.messages.answerDialog('Send the Other 940');
    await eventually(newest, 60_000).toMatch(/^9 failed/);
    // The row says it
    expect(await workbench.messages.notification('contoso.csv: 9 failed').count()).toBe(0);
  });

  it('for a yes to those alone who failed', async () => {
    const { workbench } = vscode();
    await workbench.messages.dismissNotifications();
    const before = await count();
    await runs().chooseFromMenu('contoso.csv', 'Re-send Failures');
    const words = await workbench.messages.confirmPlan();
    expect(words).toContain('Send 9 operations to SANDBOX "Sandbox Tenant"?');
    await eventually(count, 60_000).toBe(before + 1);
    await vscode().page.locator('.tab', { hasText: 'Plan for' }).first().waitFor({ state: 'detached' });
    await vscode().screenshots('sending-failures');
  });

  it('before a run is removed, and reads the log of another again', async () => {
    const { workbench } = vscode();
    await eventually(newest, 60_000).toMatch(/^9 failed/);
    await workbench.messages.dismissNotifications();
    await runs().chooseFromMenu('contoso.csv', 'Read the Log Again');
    // Where Runs is in view, its row says it alone
    await workbench.activity('Explorer').click();
    await workbench.messages.notification('contoso.csv: 9 failed').waitFor({ timeout: 60_000 });
    await workbench.openSideBar('Inbound Provisioning');
    await eventually(newest, 60_000).toMatch(/^9 failed/);
    const before = await count();
    await runs().chooseFromMenu('contoso.csv', 'Remove Run');
    await workbench.messages.dialog.getByText('Remove the run of').first().waitFor();
    await vscode().screenshots('sending-remove');
    await workbench.messages.answerDialog('Remove');
    await eventually(count).toBe(before - 1);
  });

  it('for the rest of a run that was cancelled, as a plan of its own', async () => {
    const { workbench } = vscode();
    await workbench.runCommand('Entra Provisioning: Choose Scenario of Sandbox Tenant');
    await workbench.quickInput.pick('Throttled (429)');
    await workbench.tab('contoso.csv').click();
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.confirmPlan();
    await eventually(newest).toMatch(/^[1-9] of 19 · /);
    await runs().chooseFromMenu('contoso.csv', 'Cancel Run');
    await workbench.messages.dialog.getByText('It stops for good').waitFor();
    await vscode().screenshot('sending-cancel');
    await workbench.messages.answerDialog('Cancel Run');
    await eventually(newest, 60_000).toContain('cancelled');
    await vscode().screenshots('sending-cancelled');
    await workbench.runCommand('Entra Provisioning: Choose Scenario of Sandbox Tenant');
    await workbench.quickInput.pick('Healthy');
    await runs().chooseFromMenu('contoso.csv', 'Send the Rest');
    const words = await workbench.messages.confirmPlan();
    expect(words).toMatch(/Send \d+ operations to SANDBOX/);
    await eventually(newest, 60_000).toContain('failed');
  });

  it('what a sandbox makes of a plan for a real tenant, and for the number of those who are new', async () => {
    const { workbench, folder } = vscode();
    writeFileSync(join(folder, 'staff.scimmap'), MAPPING);
    // It is for every extract of the folder
    rmSync(join(folder, 'contoso.scimmap'));
    await workbench.openFile('staff.csv');
    await workbench.editor.pressLens('Sandbox Tenant');
    await workbench.quickInput.pick('Contoso production');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.answerDialog('Simulate on Sandbox');
    const { dialog } = workbench.messages;
    await dialog.getByText('REAL tenant').first().waitFor({ timeout: 60_000 });
    await vscode().screenshots('sending-simulated');
    await workbench.messages.answerDialog('Send All at Once');
    await dialog.getByRole('button', { name: 'Send 300 Operations' }).click({ timeout: 60_000 });
    await workbench.quickInput.waitForQuestion('Confirm Sending');
    await vscode().screenshots('sending-number');
    // Nobody is known yet, so that all of them are new, and nobody would be disabled
    for (const text of ['Contoso production', '300']) {
      await workbench.quickInput.waitForQuestion(`Type ${text} to send`);
      await workbench.quickInput.answer(text);
    }
    await eventually(newest, 60_000).toContain('300 awaiting log');
    expect(proxy.ledger.lines.filter((line) => line.includes('bulkUpload')).length).toBe(6);
  });

  it('for a yes to halves of a request that was refused, and finds the record at fault', async () => {
    const { workbench } = vscode();
    await workbench.messages.dismissNotifications();
    // The first record is at fault: the request of 50, then halves of 25, 12, 6 and 3, then that record alone
    let uploads = 0;
    const answer = refused(400, 'BadRequest', 'An operation is not valid.');
    const fault = ({ operation }: { readonly operation: string }) =>
      operation === 'upload' && ++uploads <= 6 ? { answer } : undefined;
    proxy.sandbox.setScenario({ ...healthy, name: 'refusing', effects: { fault } });
    await workbench.tab('staff.csv').click();
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.confirmPlan();
    const offer = workbench.messages.notification('Find the Rejected Record');
    await Promise.race([
      offer.waitFor({ timeout: 60_000 }),
      workbench.quickInput.element.waitFor({ timeout: 60_000 }).catch(() => undefined),
    ]);
    // Until its job has run, those who were sent before are new to the tenant
    if (await workbench.quickInput.element.isVisible()) await workbench.quickInput.answer('300');
    await offer.waitFor({ timeout: 60_000 });
    await workbench.messages.dismissNotifications();
    await runs().chooseFromMenu('staff.csv', 'Find the Rejected Record');
    const words = await workbench.messages.confirmPlan();
    expect(words).toContain('Send 50 operations of a refused request in halves to REAL tenant "Contoso production"?');
    await eventually(newest, 60_000).toMatch(/1 request rejected.*49 awaiting log|49 awaiting log.*1 request rejected/);
    await vscode().screenshots('sending-search');
    expect(uploads).toBe(11);
  });
});
