import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const proxy = await startEntraProxy();
const { registration, endpoint } = proxy;
const TENANT = registration.tenantId;

proxy.sandbox.loadUsers(
  JSON.stringify({
    value: [
      {
        id: '6e7b768e-07e2-4810-8459-485f84f8f204',
        displayName: 'Monica Ang',
        userPrincipalName: 'monicang@contoso.com',
        employeeId: '521195',
        jobTitle: 'Consultant',
        accountEnabled: true,
      },
    ],
  }),
  'json',
);
const PAYLOAD = readFileSync(new URL('../data/csv2scim/postman-bulk-request.json', import.meta.url), 'utf8');

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

  beforeAll(() => writeFileSync(join(vscode().folder, 'payload.json'), PAYLOAD));

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
    await ask().waitForQuestion('Select how to sign in');
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
    await ask().waitForQuestion('A name for the connection');
    expect(await ask().element.locator('input').first().inputValue()).toBe(`Tenant ${TENANT.slice(0, 8)}`);
    await ask().answer('Contoso');
    await ask().waitForQuestion('Is this a production tenant?');
    await ask().pick('Yes, production');
    await ask().waitForQuestion('Which colour should identify it?');
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

  it('are checked through the proxy of the editor, which the page names', async () => {
    const page = await vscode().workbench.webview().locator('body').innerText();
    expect(page).toContain(`through the proxy ${proxy.url} (http.proxy)`);
    expect(page).toContain('issued by Entra proxy of the tests, not by an authority that Microsoft uses');
    // To look at a certificate, and to ask for nothing
    const looks = proxy.ledger.tunnels.filter(({ outcome, bytes }) => outcome === 'opened' && bytes === 0);
    expect(looks.map(({ target }) => target).sort()).toEqual([
      'graph.microsoft.com:443',
      'login.microsoftonline.com:443',
    ]);
  });

  it('have their secret in the secret storage and nowhere else', async () => {
    const { page, folder } = vscode();
    const state = dirname(dirname(folder));
    expect(filesWith(state, TENANT).some((path) => path.endsWith('.connection.json'))).toBe(true);
    expect(filesWith(state, registration.secret)).toEqual([]);
    const shown = await page.evaluate(() => document.body.innerText + JSON.stringify(Object.entries(localStorage)));
    expect(shown).not.toContain(registration.secret);
  });

  it('predict what would happen to people, only from what is read from the tenant', async () => {
    const { workbench } = vscode();
    await workbench.openFile('payload.json');
    proxy.ledger.clear();
    await workbench.editor.pressLens('What would Entra do?');
    const page = workbench.webview();
    await page.getByRole('heading', { name: /^Monica Ang \(.+\): updated$/ }).waitFor();
    const body = await page.locator('body').innerText();
    expect(body).toContain('the accounts of the tenant Contoso (1 account read)');
    expect(body.replace(/\s+/g, ' ')).toContain('jobTitle Consultant President, Consulting Services');
    await vscode().screenshots('connection-predicted');
    const job = new URL(endpoint.replace('/bulkUpload', '')).pathname;
    expect([...new Set(proxy.ledger.lines)].sort()).toEqual([
      'GET graph.microsoft.com/v1.0/domains 200',
      `GET graph.microsoft.com${job}/schema 200`,
      'GET graph.microsoft.com/v1.0/users 200',
    ]);
    expect(proxy.sandbox.staged).toBe(0);
  });

  it('tell of a record of the preview, once they are asked', async () => {
    const { workbench } = vscode();
    await workbench.tab('contoso.csv').click();
    proxy.ledger.clear();
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    const page = workbench.webview();
    await page.getByText('1,000 records').first().waitFor();
    await page.getByRole('textbox', { name: 'Name, id or line' }).fill('abbot');
    await page.locator('.row', { hasText: 'Reeba Abbot' }).click();
    await eventually(() => page.locator('.who h2').textContent()).toBe('Reeba Abbot');
    await page.getByText('Predict (signs in to Contoso)').waitFor();
    expect(proxy.ledger.lines).toEqual([]);
    await page.getByText('Predict (signs in to Contoso)').click();
    await eventually(() => page.locator('.effect').innerText()).toContain(
      'Would be created (15 attributes) in Contoso',
    );
    await vscode().screenshots('connection-predicted-record');
    expect(new Set(proxy.ledger.lines)).toEqual(new Set(['GET graph.microsoft.com/v1.0/users 200']));
    expect(proxy.sandbox.staged).toBe(0);
  });

  it('are exported without their secret, and imported with a question for it', async () => {
    const { workbench, folder } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.messages.dismissNotifications();
    const path = join(folder, 'contoso.connection.json');
    await tree().chooseFromMenu('Contoso', 'Export Connection');
    await ask().waitForQuestion('Export Connection');
    await vscode().screenshot('connection-export');
    await ask().answer(path);
    await workbench.messages.notification('without any secret').waitFor();
    expect(readFileSync(path, 'utf8')).toContain(TENANT);
    expect(filesWith(folder, registration.secret)).toEqual([]);
    await workbench.runCommand('Entra Provisioning: Import Connection...');
    await ask().pick('contoso.connection.json');
    await ask().waitForQuestion('exists already');
    await vscode().screenshot('connection-import-name');
    await ask().answer('Contoso of a file');
    await ask().waitForQuestion('The client secret.');
    await vscode().screenshot('connection-import-secret');
    await workbench.page.keyboard.press('Escape');
    await ask().element.waitFor({ state: 'hidden' });
    expect(await rows()).toEqual(['Sandbox Tenant', 'Contoso']);
  });

  it('are renamed and doubled, and their secret goes with them', async () => {
    await tree().chooseFromMenu('Contoso', 'Rename Connection');
    await ask().waitForQuestion('Rename Connection');
    await ask().answer('Contoso HR');
    await eventually(rows).toEqual(['Sandbox Tenant', 'Contoso HR']);
    await tree().chooseFromMenu('Contoso HR', 'Duplicate Connection');
    await ask().waitForQuestion('Duplicate Connection');
    await ask().answer('Contoso again');
    await eventually(rows).toEqual(['Sandbox Tenant', 'Contoso again', 'Contoso HR']);
    const { workbench, page } = vscode();
    await workbench.messages.dismissNotifications();
    proxy.switches.withheld = ['SynchronizationData-User.Upload'];
    await tree().chooseFromMenu('Contoso again', 'Check Connection');
    await workbench.webview().getByRole('heading', { name: 'Grant SynchronizationData-User.Upload' }).waitFor();
    await page.setViewportSize({ width: 800, height: 700 });
    await vscode().screenshots('connection-narrow');
    await workbench
      .webview()
      .getByRole('heading', { name: 'Checks' })
      .evaluate((heading) => heading.scrollIntoView());
    await vscode().screenshot('connection-narrow-checks');
    await page.setViewportSize({ width: 1440, height: 900 });
    proxy.calm();
  });

  it('are removed with all that is theirs', async () => {
    const { workbench, folder } = vscode();
    await workbench.messages.dismissNotifications();
    await tree().chooseFromMenu('Contoso HR', 'Remove Connection');
    await workbench.messages.dialog.getByText('Remove the connection Contoso HR?').waitFor();
    await vscode().screenshot('connection-remove');
    await workbench.messages.answerDialog('Cancel');
    expect(await rows()).toContain('Contoso HR');
    for (const name of ['Contoso HR', 'Contoso again']) {
      await tree().chooseFromMenu(name, 'Remove Connection');
      await workbench.messages.answerDialog('Remove');
      await workbench.messages.notification(`Removed ${name}.`).waitFor();
      await eventually(rows).not.toContain(name);
      // While there is another connection, the status bar names the one in use: now the sandbox, which does not run
      if (name === 'Contoso HR') {
        await workbench.statusBarItem('Sandbox Tenant').waitFor();
        await vscode().screenshots('connection-sandbox-in-use');
      }
    }
    // What the secret storage says of itself
    expect(await workbench.messages.notification('did not remove').count()).toBe(0);
    const state = dirname(dirname(folder));
    const kept = join('globalStorage', 'entra-inbound.entra-inbound', 'connections');
    expect(filesWith(state, TENANT).filter((path) => path.includes(kept))).toEqual([]);
    await workbench.statusBarItem('Contoso').waitFor({ state: 'hidden' });
    // One that is called the same is asked for a secret again
    await workbench.messages.dismissNotifications();
    await workbench.runCommand('Entra Provisioning: Import Connection...');
    await ask().pick('contoso.connection.json');
    await ask().waitForQuestion('The client secret.');
    await workbench.page.keyboard.press('Escape');
  });
});
