import { afterAll, describe, expect, it } from 'vitest';
import { calm } from '../../src/sandbox/scenarios/calm';
import { throttled } from '../../src/sandbox/scenarios/throttled';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { tenantFile } from '../support/tenantFiles';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
afterAll(() => proxy.close());

/** A connection to the tenant that the proxy plays: as real as one gets without a tenant. */
function toTenant(name: string) {
  const { registration, files, sandbox } = proxy;
  const { servicePrincipalId, jobId } = sandbox.application;
  const { clientId, tenantId } = registration;
  const signIn = { kind: 'workloadIdentity', clientId, tokenFile: files.federatedToken } as const;
  return tenantFile({ name, tenantId, servicePrincipalId, jobId, production: true, color: 'red', signIn });
}

describe('a plan for a real tenant', () => {
  const vscode = vscodeForTests({
    connections: [toTenant('Contoso production')],
    settings: { 'http.proxy': proxy.url, 'http.proxySupport': 'override', 'http.systemCertificatesNode': true },
    env: { SSL_CERT_FILE: proxy.files.authority },
  });

  const runs = () => vscode().workbench.tree('Runs');
  const first = async () => (await runs().rows())[0]?.description ?? '';

  async function looks(name: string): Promise<void> {
    const { page, workbench } = vscode();
    await workbench.idle();
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
    await workbench.runCommand('Inbound Provisioning: Send Extract');
    await workbench.messages.dialog.getByText('REAL tenant').first().waitFor({ timeout: 60_000 });
    await looks('sending-dialog');
    await workbench.messages.answerDialog('Show Plan');
    await workbench.messages.notification('is waiting for your confirmation').waitFor();
    await looks('sending-plan-page');
  });

  it('wants the name of the tenant typed, and takes nothing else', async () => {
    const { workbench, page } = vscode();
    await workbench.messages.answerNotification('is waiting for your confirmation', 'Go On');
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
    await workbench.runCommand('Inbound Provisioning: Send Extract');
    await workbench.messages.dialog.waitFor({ timeout: 60_000 });
    await workbench.messages.answerDialog('Send All at Once');
    await workbench.messages.dialog.getByRole('button', { name: 'Send 945 Operations' }).click({ timeout: 60_000 });
    await workbench.quickInput.waitForQuestion('Confirm Sending');
    // Else it may be over before anybody has looked
    proxy.sandbox.setScenario(throttled);
    await workbench.quickInput.answer('Contoso production');
    await workbench.statusBarItem('Sending').waitFor();
    await eventually(first).toMatch(/^sending · [1-9] of 19 requests accepted/);
    await vscode().screenshot('sending-underway');
    await vscode().killAndReopen();
    proxy.sandbox.setScenario(calm);
  });

  it('and is there after the window was killed, with what was accepted and what was not', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await workbench.messages.notification('was left before its end').waitFor({ timeout: 60_000 });
    await eventually(first).toContain('interrupted');
    await looks('sending-left');
    await workbench.messages.answerNotification('was left before its end', 'Resume');
    await workbench.messages.dialog.getByText('Go on sending contoso.csv').waitFor({ timeout: 60_000 });
    await looks('sending-resume');
    await workbench.messages.confirmPlan();
    await eventually(first, 60_000).toContain('waiting for the log');
    await runs().expand('contoso.csv');
    await looks('sending-awaiting');
  });
});
