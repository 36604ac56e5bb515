import { afterAll, describe, expect, it } from 'vitest';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import { pausedJob } from '../../src/sandbox/scenarios/pausedJob';
import { quarantinedJob } from '../../src/sandbox/scenarios/quarantinedJob';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { tenantFile } from '../support/tenantFiles';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
afterAll(() => proxy.close());

/** A connection to the proxy's tenant, with a token of its own. */
function toTenant(name: string, changes: Partial<TenantConnectionFile> = {}): TenantConnectionFile {
  const { registration, files, sandbox } = proxy;
  const { servicePrincipalId, jobId } = sandbox.application;
  const { clientId, tenantId } = registration;
  const signIn = { kind: 'workloadIdentity', clientId, tokenFile: files.federatedToken } as const;
  return tenantFile({ name, tenantId, servicePrincipalId, jobId, production: false, signIn, ...changes });
}

const READY = toTenant('Contoso production', { production: true, color: 'red' });
const HELD = toTenant('Contoso staging', { color: 'orange' });
const PAUSED = toTenant('Contoso test', { color: 'green' });
const QUARANTINED = toTenant('Fabrikam', { production: true, color: 'purple' });
const REFUSED = toTenant('Northwind', { color: 'blue' });
const UNCHECKED = toTenant('Tailspin', { jobId: 'API2AD.a.b' });

describe('the connections of a window', () => {
  const vscode = vscodeForTests({
    connections: [READY, HELD, PAUSED, QUARANTINED, REFUSED, UNCHECKED],
    // The editor takes the authorities of the operating system
    settings: { 'http.proxy': proxy.url, 'http.proxySupport': 'override', 'http.systemCertificatesNode': true },
    env: { SSL_CERT_FILE: proxy.files.authority },
  });
  const tree = () => vscode().workbench.tree('Connections');
  const stateOf = async (name: string) => (await tree().rows()).find(({ label }) => label === name)?.description;

  it('are listed with the sandbox first', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await eventually(async () =>
      (await tree().rows()).map(({ label, description }) => `${label}: ${description}`),
    ).toEqual([
      'Sandbox Tenant: in use · starts when it is used',
      'Contoso production: not checked yet · Entra ID',
      'Contoso staging: not checked yet · Entra ID',
      'Contoso test: not checked yet · Entra ID',
      'Fabrikam: production · not checked yet · Entra ID',
      'Northwind: not checked yet · Entra ID',
      'Tailspin: not checked yet · Active Directory',
    ]);
  });

  it('are switched by a lens, and what sends asks first whether the real tenant is meant', async () => {
    const { workbench } = vscode();
    await workbench.editor.pressLens('Sandbox Tenant');
    await workbench.quickInput.waitForQuestion('Which connection?');
    await vscode().screenshots('connections-switch');
    await workbench.quickInput.pick('Add Connection');
    await workbench.quickInput.waitForQuestion('Add Connection');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.element.waitFor({ state: 'hidden' });
    await workbench.editor.pressLens('Sandbox Tenant');
    await workbench.quickInput.waitForQuestion('Which connection?');
    await workbench.quickInput.pick('Contoso production');
    await workbench.statusBarItem('Contoso production').waitFor();
    await workbench.editor.text('Contoso production').waitFor();
    await workbench.openFile('contoso.scimmap');
    await workbench.editor.text('Send to Contoso production').waitFor();
    await workbench.runCommand('Entra Provisioning: Preview Mapping as Bulk Requests');
    await workbench.webview().getByRole('button', { name: 'Send to Contoso production' }).click();
    await workbench.messages.dialog.getByText('REAL tenant').first().waitFor({ timeout: 60_000 });
    await vscode().screenshots('connections-in-use');
    await workbench.messages.answerDialog('Cancel');
    await workbench.webview().getByRole('button', { name: 'Contoso production', exact: true }).click();
    await workbench.quickInput.waitForQuestion('Which connection?');
    await workbench.quickInput.pick('Contoso test');
    await workbench.webview().getByRole('button', { name: 'Contoso test', exact: true }).waitFor();
    await workbench.statusBarItem('Contoso test').click();
    await workbench.quickInput.pick('Contoso production');
    expect(proxy.ledger.lines.filter((line) => line.includes('bulkUpload'))).toEqual([]);
  });

  it('are checked one by one, each with a state of its own', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await page.locator('.pane-header[aria-label^="Runs"]').click();
    await page.locator('.pane-header[aria-label^="Sandbox Tenant"]').click();
    const check = async (name: string, state: string) => {
      await tree().pressRowAction(name, 'Check Connection');
      await eventually(() => stateOf(name), 60_000).toContain(state);
    };
    await check('Contoso production', 'in use · ready · Entra ID');
    proxy.switches.withheld = ['SynchronizationData-User.Upload'];
    await check('Contoso staging', 'permission missing');
    proxy.calm();
    proxy.sandbox.setScenario(pausedJob);
    await check('Contoso test', 'job paused');
    proxy.sandbox.setScenario(quarantinedJob);
    await check('Fabrikam', 'production · job in quarantine');
    proxy.sandbox.setScenario(healthy);
    proxy.switches.refusal = 53003;
    await check('Northwind', 'sign-in needed');
    proxy.calm();
    await workbench.tab('Check of Northwind').waitFor();
    await tree().expand('Contoso staging');
    await workbench.idle();
    await vscode().screenshots('connections-states');
    await page.setViewportSize({ width: 800, height: 700 });
    await vscode().screenshot('connections-narrow');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('have a page on what is missing, which is there again by a click', async () => {
    const { workbench } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await tree().row('Last check').click();
    await workbench.tab('Check of Contoso staging').waitFor();
    await workbench.webview().getByText('SynchronizationData-User.Upload').first().waitFor();
    await vscode().screenshots('connections-report');
  });
});
