import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const STAFF = {
  value: [
    {
      id: '6e7b768e-07e2-4810-8459-485f84f8f204',
      displayName: 'Adele Vance',
      userPrincipalName: 'adele@contoso.com',
      employeeId: 'E-1',
      jobTitle: 'Head of Retail',
      department: 'Retail',
      accountEnabled: true,
    },
    {
      id: '87d349ed-44d7-43e1-9a83-5f2406dee5bd',
      displayName: 'Zola Abara',
      userPrincipalName: 'zola@contoso.com',
      accountEnabled: false,
      manager: { id: '6e7b768e-07e2-4810-8459-485f84f8f204' },
    },
    { displayName: 'Without an id' },
    { id: 'ec0ad5c5-5d61-4c7a-8a3c-0b2b53a8a1c4', displayName: 'Megan Bowen', accountEnabled: 'yes' },
  ],
};

describe('the sandbox tenant', () => {
  const vscode = vscodeForTests();
  const tree = () => vscode().workbench.tree('Sandbox Tenant');

  it('starts from its view, in the healthy scenario', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.openSideBar('Inbound Provisioning');
    await tree().welcome.getByText('Start Sandbox Tenant').waitFor();
    await workbench.idle();
    await vscode().screenshots('sandbox-welcome');
    await tree().welcome.getByText('Start Sandbox Tenant').click();
    await eventually(async () => (await tree().rows()).map(({ label }) => label)).toEqual([
      'Healthy',
      'Job to Entra ID',
      'Job to Active Directory',
      'Users in Entra ID',
      'Last Changes',
    ]);
    await workbench.statusBarItem('Sandbox Tenant').waitFor();
  });

  it('takes the users of a file, and says what is wrong with it', async () => {
    const { workbench, folder } = vscode();
    writeFileSync(join(folder, 'staff.json'), JSON.stringify(STAFF));
    await workbench.runCommand('Entra Provisioning: Load Users into Sandbox Tenant...');
    await workbench.quickInput.pick('staff.json');
    const words = '3 users were loaded from staff.json. One user is wrong and left out. One value is passed over.';
    await workbench.messages.notification(words).waitFor();
    await workbench.messages.answerNotification(words, 'Show Problems');
    await workbench.tab('Problems of staff.json.txt').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain(
      'value[2].id: A user needs an "id"',
    );
    await eventually(
      async () => (await tree().rows()).find(({ label }) => label.startsWith('Users'))?.description,
    ).toBe('3');
  });

  it('a person unfolds to values and to the name of the manager', async () => {
    const { workbench } = vscode();
    await workbench.messages.dismissNotifications();
    await tree().expand('Users in Entra ID');
    await tree().expand('Zola Abara');
    await eventually(async () => (await tree().rows()).find(({ label }) => label === 'manager')?.description).toBe(
      'Adele Vance',
    );
    expect((await tree().rows()).find(({ label }) => label === 'Zola Abara')?.description).toBe(
      'disabled · zola@contoso.com',
    );
  });

  it('a scenario is chosen from a list that says what each is good for', async () => {
    const { workbench } = vscode();
    await tree().row('Healthy').click();
    await workbench.quickInput.waitForQuestion('Scenario of the Sandbox Tenant');
    expect(await workbench.quickInput.entries()).toEqual(
      expect.arrayContaining(['Healthy', 'Throttled (429)', 'Daily Quota Used Up']),
    );
    await workbench.idle();
    await vscode().screenshots('sandbox-scenarios');
    await workbench.quickInput.pick('Paused Job');
    await workbench.statusBarItem('Sandbox Tenant: Paused Job').waitFor();
    await eventually(async () => (await tree().rows())[1]?.description).toBe('paused');
  });

  it('what is sent to a paused job is said to wait for it, and goes on when the job does', async () => {
    const { workbench } = vscode();
    await workbench.tab('contoso.csv').click();
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.confirmPlan();
    const why = async () => (await workbench.tree('Runs').rows()).find(({ level }) => level === 3)?.label;
    await eventually(why, 60_000).toContain('paused');
    await eventually(async () => (await tree().rows())[1]?.description).toBe('paused · 945 staged');
    await vscode().screenshots('sandbox-paused');
    await tree().row('Paused Job').click();
    await workbench.quickInput.pick('Healthy');
    const runs = workbench.tree('Runs');
    await eventually(() => runs.firstAt(2), 60_000).toContain('936 created');
    // The row says it
    expect(await workbench.messages.notification('created').count()).toBe(0);
  });

  it('the tree has everybody by name, and the last changes as in Runs', async () => {
    const { workbench, page } = vscode();
    await workbench.messages.dismissNotifications();
    // Room for the people
    await page.locator('.pane-header[aria-label^="Runs"]').click();
    await eventually(
      async () => (await tree().rows()).find(({ label }) => label.startsWith('Users'))?.description,
    ).toBe('939');
    await eventually(async () => (await tree().rows()).length).toBeGreaterThan(20);
    await workbench.idle();
    await vscode().screenshots('sandbox-people');
    await tree().row('Users in Entra ID').locator('.monaco-tl-twistie').click();
    await tree().expand('Last Changes');
    await eventually(async () => (await tree().rows()).at(-1)?.description ?? '').toMatch(/^C\d+ · .*\d:\d\d/);
    await workbench.idle();
    await vscode().screenshots('sandbox-changes');
  });

  it('a change opens as the page of the log entry of its run', async () => {
    const { workbench, page } = vscode();
    const first = (await tree().rows()).findIndex(({ label }) => label === 'Last Changes') + 1;
    await tree().element.locator('.monaco-list-row').nth(first).click();
    await page.locator('.tab.active', { hasText: '.md' }).waitFor();
    await workbench.webview().getByRole('heading', { name: 'Received data' }).waitFor();
    await workbench.editor.pressTitleAction('Go to Record in Extract');
    await page.locator('.tab.active', { hasText: 'contoso.csv' }).waitFor();
  });

  it('has its log in a view of its own: by cycle and person, filtered, followed, at the widths of a side bar', async () => {
    const { workbench, page } = vscode();
    const log = workbench.tree('Provisioning Log');
    const message = log.element.locator('.message');
    await page.locator('.pane-header[aria-label^="Sandbox Tenant"]').click();
    await page.locator('.pane-header[aria-label^="Provisioning Log"]').click();
    await eventually(async () => (await log.rows())[0]?.description ?? '', 60_000).toMatch(/^\d+ failed · \d+ created/);
    await log.element.locator('.monaco-list-row').first().locator('.monaco-tl-twistie').click();
    await eventually(async () => (await log.rows())[1]?.description ?? '', 60_000).toContain('contoso.csv, ');
    await workbench.runCommand('Entra Provisioning: Filter Provisioning Log...');
    await workbench.quickInput.pick('Failures only');
    await eventually(() => message.innerText()).toMatch(/^Filter: failure \(9 of [\d,]+ entries\)\./);
    await eventually(async () => (await log.rows())[1]?.description ?? '').toMatch(/ · [\w ,-]+ · contoso\.csv, /);
    for (const width of [290, 450]) {
      await workbench.setSideBarWidth(width);
      await workbench.idle();
      await vscode().screenshots(`log-${width}`);
    }
    await log.pressTitleAction('Clear Filter');
    await log.pressTitleAction('Follow Provisioning Log');
    await eventually(() => message.innerText()).toBe('Following the log.');
    await log.pressTitleAction('Stop Following');
    await message.waitFor({ state: 'hidden' });
    await log.element.locator('.monaco-list-row').nth(1).click();
    await page.locator('.tab.active', { hasText: /\.md$/ }).waitFor();
    await page.locator('.pane-header[aria-label^="Provisioning Log"]').click();
    await page.locator('.pane-header[aria-label^="Sandbox Tenant"]').click();
  });

  it('is emptied only after a question', async () => {
    const { workbench } = vscode();
    await workbench.runCommand('Entra Provisioning: Reset Sandbox Tenant');
    await workbench.messages.dialog.getByText('939 people, the provisioning log').waitFor();
    await workbench.messages.answerDialog('Cancel');
    await workbench.runCommand('Entra Provisioning: Reset Sandbox Tenant');
    await workbench.messages.answerDialog('Reset');
    await eventually(
      async () => (await tree().rows()).find(({ label }) => label.startsWith('Users'))?.description,
    ).toBe('0');
  });
});

describe('a sandbox tenant that nobody calls', () => {
  const vscode = vscodeForTests({ settings: { 'entraInbound.sandbox.idleStop': 0.05 } });

  it('stops by itself and says so', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.runCommand('Entra Provisioning: Start Sandbox Tenant');
    const words = 'The sandbox tenant has stopped: nobody has called it for a long time.';
    await workbench.messages.notification(words).waitFor();
    expect(await workbench.statusBarItem('Sandbox Tenant').count()).toBe(0);
    await workbench.tree('Sandbox Tenant').welcome.getByText('Start Sandbox Tenant').waitFor();
    await workbench.messages.answerNotification(words, 'Start Sandbox Tenant');
    await workbench.statusBarItem('Sandbox Tenant').waitFor();
  });
});
