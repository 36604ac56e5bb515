import type { FrameLocator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

describe('from the extract to the log entries', () => {
  const vscode = vscodeForTests();

  it('the preview shows every record and where each cell goes', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    const page = workbench.webview();
    await page.getByText('1,000 records').first().waitFor();
    await eventually(() => page.locator('.parts .chip').allTextContents()).toHaveLength(3);
    expect(
      (await page.locator('.parts .chip').allTextContents()).map((text) => text.trim().replace(/\s+/g, ' ')),
    ).toEqual(['4 skipped (invalid)', '51 excluded', '945 to send']);

    await page.getByRole('textbox', { name: 'Name, id or line' }).fill('abbot');
    await eventually(() => listed(page)).toBeLessThan(10);
    await page.locator('.row', { hasText: 'Reeba Abbot' }).click();
    await eventually(() => page.locator('.who h2').textContent()).toBe('Reeba Abbot');
    const trace = page.locator('.values tr', { hasText: 'UserID' });
    expect(await trace.first().textContent()).toContain('reeba.abbot@contoso.com');
    expect(await page.locator('.operation').textContent()).toContain('"externalId": "C10589"');
    // Nothing is predicted while no sandbox runs
    expect(await page.locator('.effect').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Name, id or line' }).fill('');
    await eventually(() => listed(page)).toBe(1000);
    await workbench.idle();
    await vscode().screenshots('preview');
  });

  it('a refused record says why', async () => {
    const page = vscode().workbench.webview();
    await page.locator('.chip', { hasText: 'skipped (invalid)' }).click();
    await eventually(() => page.locator('.row').count()).toBe(4);
    await page.locator('.row').nth(2).click();
    await eventually(() => page.locator('.detail .problem > p:first-child').allTextContents()).toEqual([
      expect.stringContaining('active: '),
    ]);
    await vscode().workbench.idle();
    await vscode().screenshots('preview-refused');
    await page.locator('.chip', { hasText: 'skipped (invalid)' }).click();
    await page.locator('.row[aria-selected=true]', { hasText: 'Valera Korey' }).waitFor();
  });

  it('sending fills the tree, failures first', async () => {
    const { workbench } = vscode();
    await workbench.webview().getByRole('button', { name: 'Send to Sandbox Tenant' }).click();
    const asked = await workbench.messages.confirmPlan();
    expect(asked).toContain('Send 945 operations to SANDBOX "Sandbox Tenant"?');
    expect(asked).toContain('4 because of problems; 51 by the filter of the mapping');
    const runs = workbench.tree('Runs');
    await eventually(() => runs.firstAt(2), 60_000).toContain('9 failed · 4 skipped (invalid)');
    await eventually(() => runs.firstAt(2), 60_000).toContain('936 created');
    // Room for the groups
    for (const other of ['Provisioning Log', 'Connections', 'Sandbox Tenant']) await workbench.fold(other);
    await eventually(async () => (await runs.rows()).slice(0, 6).map(({ label }) => label)).toEqual([
      'Today',
      'contoso.csv',
      '9 failed',
      '5: sign-in name invalid or taken',
      '2: required attribute empty',
      '2: values rejected',
    ]);
  });

  it('the preview leads to the run that sent the very same requests', async () => {
    const { workbench, page } = vscode();
    await workbench.webview().getByRole('button', { name: 'Show that run' }).click();
    await page.locator('.monaco-list-row.selected', { hasText: /contoso\.csv.*9 failed/s }).waitFor();
  });

  it('a failed person unfolds to the cause and the steps, and opens as a page', async () => {
    const { workbench, page } = vscode();
    const runs = workbench.tree('Runs');
    await runs.expand('values rejected');
    await runs.expand('C12002-REHIRE-2026-11');
    await eventually(async () => (await runs.rows()).map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'The target rejected the values of the record.',
        expect.stringMatching(/^Look at the reason and the steps of the entry/),
      ]),
    );
    const labels = (await runs.rows()).map((row) => row.label);
    expect(labels).toContain('Provision user');
    await workbench.messages.dismissNotifications();
    await runs.row('C12002-REHIRE-2026-11').click();
    await page.locator('.tab.active', { hasText: 'C12002-REHIRE-2026-11 failed.md' }).waitFor();
    await workbench.webview().getByText('The account was not created.').waitFor();
    await workbench.idle();
    await vscode().screenshots('runs');
    for (const width of [290, 450]) {
      await workbench.setSideBarWidth(width);
      await vscode().screenshots(`runs-${width}`);
    }
    await workbench.setSideBarWidth(300);
  });

  it('a row of Runs leads to what was sent', async () => {
    const { workbench } = vscode();
    const runs = workbench.tree('Runs');
    await runs.chooseFromMenu('C12002-REHIRE-2026-11', 'Open Operation');
    await workbench.tab('C12002-REHIRE-2026-11 request.json').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"C12002-REHIRE-2026-11"');
    await vscode().screenshot('runs-operation');
  });

  it('people are found by a filter while it is typed', async () => {
    const { workbench, page } = vscode();
    const runs = workbench.tree('Runs');
    const people = async () => (await runs.rows()).flatMap(({ level, label }) => (level === 5 ? [label] : []));
    await workbench.messages.dismissNotifications();
    await runs.pressTitleAction('Filter Runs');
    await workbench.quickInput.waitForQuestion('Filter Runs');
    await page.keyboard.type('c12002-rehire failed');
    await eventually(people).toEqual(['Magdalena Kazimir']);
    await vscode().screenshots('runs-filter');
    await page.keyboard.press('Enter');
    await runs.element.getByText('Filter: c12002-rehire failed').waitFor();
    await runs.pressTitleAction('Clear Filter');
  });

  it('the preview shows what became of each record', async () => {
    const { workbench, page } = vscode();
    await page.locator('.tab', { hasText: 'Preview: contoso.csv' }).click();
    const preview = workbench.webview();
    await eventually(() => preview.locator('.chip').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('936')]),
    );
    await preview.locator('.chip', { hasText: 'failed' }).click();
    await eventually(() => listed(preview)).toBe(9);
    await eventually(async () => new Set(await outcomes(preview))).toEqual(new Set(['failed']));
    await preview.locator('.chip', { hasText: 'failed' }).click();
    await eventually(() => listed(preview)).toBe(1000);
    await eventually(() => preview.locator('.row', { hasText: 'created' }).count()).toBeGreaterThan(0);
    await workbench.idle();
    await vscode().screenshots('preview-sent');
  });

  it('the preview leads to what happened to a record', async () => {
    const { workbench, page } = vscode();
    const preview = workbench.webview();
    await page.locator('.tab', { hasText: 'Preview: contoso.csv' }).click();
    await preview.getByRole('textbox', { name: 'Name, id or line' }).fill('C12002');
    await preview.locator('.row', { hasText: 'C12002' }).first().click();
    await preview.getByRole('button', { name: 'Show in Runs' }).click();
    await page.locator('.tab.active', { hasText: 'C12002' }).waitFor();
    await page.locator('.tab.active', { hasText: 'failed.md' }).waitFor();
    await vscode().screenshots('preview-to-entry');
    // The page begins with all records again
    await page.locator('.tab', { hasText: 'Preview: contoso.csv' }).click();
    await preview.locator('.row').first().waitFor();
  });

  it('the preview predicts what would happen to a record in the running sandbox', async () => {
    const { workbench } = vscode();
    const preview = workbench.webview();
    const search = preview.getByRole('textbox', { name: 'Name, id or line' });
    await search.fill('C10589');
    await preview.locator('.row', { hasText: 'Reeba Abbot' }).click();
    await eventually(() => preview.locator('.effects').textContent()).toContain('No change expected');
    await search.fill('C12002');
    await preview.locator('.row', { hasText: 'C12002' }).click();
    await eventually(() => preview.locator('.effects').textContent()).toContain('Would be refused by Entra');
    await workbench.idle();
    await vscode().screenshots('preview-predicted');
    await search.fill('');
  });

  it('a mapping is coloured, and its problems are shown with their place', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.scimmap');
    await workbench.idle();
    await vscode().screenshots('mapping');
    await workbench.editor.placeCursor(14, 6);
    await workbench.editor.type('x');
    await eventually(() => workbench.problems('is not an attribute of')).toContainEqual(
      expect.stringContaining('is not an attribute of'),
    );
    await vscode().screenshots('mapping-problem');
  });

  it('the preview follows what is typed', async () => {
    const { workbench, page } = vscode();
    await page.locator('.tab', { hasText: 'Preview: contoso.csv' }).click();
    const preview = workbench.webview();
    await preview.getByText('is not an attribute of User').waitFor();
    // What it showed last stays, and cannot be sent
    expect(await listed(preview)).toBe(1000);
    expect(await preview.locator('vscode-button', { hasText: 'Send to' }).getAttribute('disabled')).not.toBeNull();
    await workbench.idle();
    await vscode().screenshots('preview-problems');
    await workbench.openFile('contoso.scimmap');
    await page.keyboard.press('Control+Z');
    await page.locator('.tab', { hasText: 'Preview: contoso.csv' }).click();
    await preview.getByText('is not an attribute of User').waitFor({ state: 'hidden' });
    await eventually(() =>
      preview.locator('vscode-button', { hasText: 'Send to' }).getAttribute('disabled'),
    ).toBeNull();
  });

  it('sending can be cancelled, and what was not sent is said', async () => {
    const { workbench } = vscode();
    // Else it may be over before anybody has pressed a button
    await workbench.runCommand('Entra Provisioning: Choose Scenario of Sandbox Tenant');
    await workbench.quickInput.pick('Throttled (429)');
    await workbench.webview().getByRole('button', { name: 'Send to Sandbox Tenant' }).click();
    await workbench.messages.confirmPlan();
    await workbench.messages.answerNotification('requests accepted', 'Cancel');
    const runs = workbench.tree('Runs');
    await eventually(() => runs.firstAt(2), 60_000).toMatch(/^cancelled · \d+ of 19 · .*[\d,]+ cancelled/);
  });

  it('the sandbox stops only after a question', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('Entra Provisioning: Stop Sandbox Tenant');
    await workbench.messages.dialog.getByText('Stop the sandbox tenant?').waitFor();
    await workbench.messages.answerDialog('Cancel');
    expect(await page.locator('.statusbar-item', { hasText: 'Sandbox Tenant' }).count()).toBe(1);
    await workbench.runCommand('Entra Provisioning: Stop Sandbox Tenant');
    await workbench.messages.answerDialog('Stop');
    await eventually(() => page.locator('.statusbar-item', { hasText: 'Sandbox Tenant' }).count()).toBe(0);
  });
});

/** Records that the preview lists: it draws those in sight only. The header is a row, too. */
async function listed(preview: FrameLocator): Promise<number> {
  return Number(await preview.locator('.list').getAttribute('aria-rowcount')) - 1;
}

function outcomes(preview: FrameLocator): Promise<string[]> {
  return preview.locator('.row .cell.state').allInnerTexts();
}
