import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
const { registration, endpoint } = proxy;
const TENANT = registration.tenantId;

afterAll(() => proxy.close());

/** Files below a folder in which a text is, however an editor may write it. */
function filesWith(folder: string, text: string): readonly string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64'))];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

describe('connections to a tenant', () => {
  const vscode = vscodeForTests({
    // The authority is known to the operating system, as an administrator would have it
    settings: { 'http.proxy': proxy.url, 'http.proxySupport': 'override', 'http.systemCertificatesNode': true },
    env: { SSL_CERT_FILE: proxy.files.authority },
  });
  const tree = () => vscode().workbench.tree('Connections');
  const rows = async () => (await tree().rows()).map(({ label }) => label);
  const ask = () => vscode().workbench.quickInput;
  const back = () => ask().element.getByRole('button', { name: 'Back' }).click();

  it('begin with the sandbox alone', async () => {
    await vscode().workbench.openFile('contoso.csv');
    await vscode().workbench.openSideBar('Inbound Provisioning');
    await eventually(rows).toContain('Sandbox Tenant');
    expect(await rows()).not.toContain('Contoso');
  });

  it('are added step by step, with nothing lost on the way back', async () => {
    const { workbench, page } = vscode();
    await tree().pressTitleAction('Add Connection');
    await ask().waitForQuestion('Which provisioning job?');
    await vscode().screenshot('connection-start');
    await ask().pick('Paste the provisioning API endpoint');
    await ask().waitForQuestion('The provisioning API endpoint.');
    await ask().answer(endpoint.replace('graph.microsoft.com', 'graph.microsoft.com.evil.example'));
    await eventually(() => ask().message()).toContain('not a provisioning API endpoint');
    await vscode().screenshot('connection-endpoint-wrong');
    await ask().answer(endpoint);
    await ask().waitForQuestion('The tenant: its id');
    await ask().answer('common');
    await eventually(() => ask().message()).toContain('name none');
    await ask().answer(TENANT);
    await ask().waitForQuestion('How to sign in?');
    await vscode().screenshots('connection-sign-in');
    await ask().pick('Client secret');
    await ask().waitForQuestion('The application (client) id');
    await ask().answer(registration.clientId);
    await ask().waitForQuestion('The client secret.');
    await ask().answer(registration.secretId);
    await eventually(() => ask().message()).toContain('ID of a secret');
    await vscode().screenshot('connection-secret-id');
    await back();
    await ask().waitForQuestion('The application (client) id');
    expect(await ask().element.locator('input').first().inputValue()).toBe(registration.clientId);
    await page.keyboard.press('Enter');
    // What was wrong is still there, and said to be
    await eventually(() => ask().message()).toContain('ID of a secret');
    await ask().answer(registration.secret);
    await ask().waitForQuestion('What to call the connection');
    expect(await ask().element.locator('input').first().inputValue()).toBe(`Tenant ${TENANT.slice(0, 8)}`);
    await ask().answer('Contoso');
    await ask().waitForQuestion('Are people’s accounts at stake?');
    await ask().pick('Yes, production');
    await ask().waitForQuestion('Which colour tells it apart?');
    await vscode().screenshots('connection-colour');
    await ask().pick('Red');
    await eventually(() => proxy.ledger.lines).toContain(
      `POST login.microsoftonline.com/${TENANT}/oauth2/v2.0/token 200`,
    );
    await eventually(rows).toEqual(['Sandbox Tenant', 'Contoso']);
    await workbench.statusBarItem('Contoso (production)').waitFor();
    await workbench.webview().getByText('Ready to send.').waitFor();
    await vscode().screenshots('connection-added');
  });

  it('have their secret in the secret storage and nowhere else', async () => {
    const { page, folder } = vscode();
    const state = dirname(dirname(folder));
    expect(filesWith(state, TENANT).some((path) => path.endsWith('.connection.json'))).toBe(true);
    expect(filesWith(state, registration.secret)).toEqual([]);
    const shown = await page.evaluate(() => document.body.innerText + JSON.stringify(Object.entries(localStorage)));
    expect(shown).not.toContain(registration.secret);
  });
});
