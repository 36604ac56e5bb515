import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const MAPPING = `source csv {
  files    = "legacy.csv"
  encoding = "windows-1252"
}

externalId  = [Id]
userName    = Join("@", [Id], "contoso.com")
displayName = [Name]
active      = [Active]
title       = [Note]
`;

const UNSTATED = MAPPING.replace('legacy.csv', 'unstated.csv').replace(/^ *encoding.*\n/m, '');

const EXTRACT =
  'Id;Name;Note;Active\r\n1;Zoë Bécue;plain;True\r\n2;Åsa;"Über ""alles"";\r\nsecond line, für Zoë";yes\r\n';

const WAYS = `source csv { files = "ways.csv" }

externalId     = [Number]
userName       = Join("@", ToLower([Account]), "fabrikam.com")
displayName    = [Full name]
name.givenName = Left([Full name], 5)
active         = Switch([State], , "works", "True", "gone", "False")
userType       = "Employee"
`;
const WAYS_EXTRACT = `Number,Account,Full name,State,Room
11,Nadia.Berg,Nadia Berg,works,B1
12,tomo.ito,Tomo Ito,"works",B2
13,ruth,Ruth Adeyemi,on sabbatical,B3
14,lea,Lea Brun
15,kim,"Kim
Lund",works,B5
16,ola,Ola Moe,gone,B6
`;

describe('from a record to its cells', () => {
  const vscode = vscodeForTests();

  beforeAll(() => {
    const { folder } = vscode();
    writeFileSync(join(folder, 'legacy.scimmap'), MAPPING);
    // Every character of it is one byte of that encoding, with the number that it has in Unicode
    writeFileSync(join(folder, 'legacy.csv'), Buffer.from(EXTRACT, 'latin1'));
    writeFileSync(join(folder, 'twice.scimmap'), MAPPING.replace('legacy.csv', 'twice.csv'));
    writeFileSync(join(folder, 'twice.csv'), 'Id;Name;Note;Active\r\n1;Ada;;True\r\n1;Eve;;True\r\n');
    writeFileSync(join(folder, 'unstated.scimmap'), UNSTATED);
    writeFileSync(join(folder, 'unstated.csv'), Buffer.from(EXTRACT, 'latin1'));
    writeFileSync(join(folder, 'ways.scimmap'), WAYS);
    writeFileSync(join(folder, 'ways.csv'), WAYS_EXTRACT);
  });

  const cursor = (): Promise<string> => vscode().workbench.cursor();

  it('a click on a value puts the cursor on the cell in the extract, beside the preview', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    const preview = workbench.webview();
    await preview.locator('.row', { hasText: 'Reeba Abbot' }).click();
    await preview.locator('.trace .cell', { hasText: 'reeba.abbot' }).first().click();
    await eventually(cursor).toBe('Ln 3, Col 24');
    // The preview is still there
    await preview.locator('.who h2', { hasText: 'Reeba Abbot' }).waitFor();
    await page.mouse.move(0, 0);
    await workbench.idle();
    await vscode().screenshots('cell');
  });

  it('a problem leads to the cell that it is about', async () => {
    const { workbench } = vscode();
    const preview = workbench.webview();
    const chip = preview.locator('.chip', { hasText: 'skipped (invalid)' });
    // Pressed only once, also when this is tried again
    if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click();
    // The list follows a moment later: till then its first row is another one
    await eventually(() => preview.locator('.row').count()).toBe(4);
    await preview.locator('.row').first().click();
    const link = preview.locator('.problem .link');
    await eventually(() => link.count()).toBe(1);
    await link.click();
    await eventually(cursor).toBe('Ln 60, Col 149');
    await vscode().screenshots('cell-problem');
  });

  it('a quoted cell with a line break is found, in a file of another encoding', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('legacy.scimmap');
    await workbench.editor.pressLens('Preview');
    const preview = workbench.webview();
    await preview.locator('.row', { hasText: 'Åsa' }).click();
    await preview.locator('.trace button.cell', { hasText: 'Note' }).click();
    await workbench.tab('legacy.csv').waitFor();
    // After the opening quote; the text is the one that the mapping's encoding gives
    await eventually(cursor).toBe('Ln 3, Col 8');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('second line, für Zoë";yes');
    await page.mouse.move(0, 0);
    await vscode().screenshots('cell-quoted');
  });

  it('an extract in an encoding that nobody has stated is read in it once somebody wants that', async () => {
    const { workbench } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('unstated.csv');
    await workbench.editor.pressLens('Preview as Bulk Requests');
    await workbench.quickInput.pick('unstated.scimmap');
    const offer = workbench.webview().locator('.read-as', { hasText: 'Read as Windows-1252' });
    await offer.waitFor();
    await workbench.idle();
    await vscode().screenshots('preview-read-as');
    await offer.click();
    await workbench.webview().locator('.row', { hasText: 'Åsa' }).waitFor();
    // Once more: the choice is remembered, and how it is read is said
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('unstated.csv');
    await workbench.editor.pressLens('Preview as Bulk Requests');
    await workbench.quickInput.pick('unstated.scimmap');
    await workbench.webview().locator('.row', { hasText: 'Zoë Bécue' }).waitFor();
    await workbench.webview().getByText('is read as Windows-1252').waitFor({ state: 'attached' });
  });

  it('a value that a hover shows, and a problem of the values, lead to the cell', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('legacy.scimmap');
    const hover = await workbench.editor.hover('[Name]');
    await vscode().screenshots('cell-hover');
    await hover.getByRole('link', { name: 'line 3' }).click();
    await eventually(cursor).toBe('Ln 3, Col 3');

    await workbench.openFile('legacy.scimmap');
    await workbench.editor.placeCursor(9, 16);
    const fixes = await workbench.editor.quickFixes();
    expect(fixes).toContain('Go to line 3 of legacy.csv: [Active]');
    await vscode().screenshots('cell-fix');
    await workbench.editor.applyQuickFix('Go to line 3 of legacy.csv: [Active]');
    await eventually(cursor).toBe('Ln 4, Col 23');
    await page.mouse.move(0, 0);
  });

  it('of an extract in which an id repeats nothing is called "to send"', async () => {
    const { workbench } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('twice.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    await workbench.quickInput.pick('twice.scimmap');
    const preview = workbench.webview();
    await preview.getByText('1 record repeats the id of an earlier one').waitFor();
    // Once the head gives the reason, the list of problems is closed
    await preview.getByText('1 kind of error').click();
    await preview.getByText('the record in line 2 has it, too').waitFor();
    await eventually(() => preview.locator('.row .state').allInnerTexts()).toEqual(['not sent', 'not sent']);
    expect(await preview.locator('body').innerText()).not.toContain('to send');
  });

  /** What is lit up of a value's way, as it reads. */
  async function litUp(): Promise<readonly string[]> {
    const texts = await vscode().workbench.webview().locator('.lit').allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }

  it('the pointer and the focus light up where a value comes from and goes to', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('ways.scimmap');
    await workbench.editor.pressLens('Preview');
    const preview = workbench.webview();
    await preview.locator('.row', { hasText: 'Nadia Berg' }).click();
    const cell = preview.locator('.source-cell', { hasText: 'Nadia Berg' }).first();
    await cell.hover();
    const forward = [
      'Full name Nadia Berg',
      '[Full name]',
      'displayName',
      'Nadia Berg',
      'displayName',
      'Full name Nadia Berg',
      'Left([Full name], 5)',
      'name.givenName',
      'Nadia',
      'givenName',
      '"givenName": "Nadia"',
      '"displayName": "Nadia Berg"',
    ];
    await eventually(litUp).toEqual(forward);
    await workbench.idle();
    await vscode().screenshots('lineage');
    // From where it goes to, back
    await preview.locator('.operation [data-node]', { hasText: '"userName"' }).hover();
    await eventually(litUp).toContain('Account Nadia.Berg');
    expect(await litUp()).toContain('userPrincipalName');
    expect(await litUp()).not.toContain('displayName');
    // And by the keyboard alone
    await page.mouse.move(0, 0);
    await eventually(litUp).toEqual([]);
    await preview.getByRole('button', { name: 'employeeId' }).focus();
    await eventually(litUp).toEqual(['Number 11', '[Number]', 'externalId', '11', 'employeeId', '"externalId": "11"']);
  });

  it('each of them leads to its source: the rule, the operation, the mapping of the job', async () => {
    const { workbench, page } = vscode();
    const preview = workbench.webview();
    const activeTab = () => page.locator('.editor-group-container.active .tab.active').getAttribute('aria-label');
    await preview.getByRole('button', { name: 'Left([Full name], 5)' }).click();
    await eventually(activeTab).toContain('ways.scimmap');
    await eventually(cursor).toBe('Ln 6, Col 1');

    const attribute = (name: string, column: string) =>
      preview.locator(`.values ${column}`).getByRole('button', { name, exact: true });
    await attribute('userName', '.attribute').click();
    await eventually(activeTab).toContain('11 operation.json');
    const line = () => workbench.editor.element.first().locator('.view-line').allInnerTexts();
    await eventually(cursor).toMatch(/^Ln 11, Col 5$/);
    expect((await line()).join('\n').replaceAll('\u00a0', ' ')).toContain('"userName": "nadia.berg@fabrikam.com"');
    await attribute('userPrincipalName', '.entra').click();
    await eventually(activeTab).toContain('job schema.json');
    await eventually(async () => (await line()).join('\n')).toContain('"userPrincipalName"');
    await workbench.idle();
    await vscode().screenshots('source-of-attribute');
  });

  it('a record that cannot be sent says what is wrong at which cell, and its fix is a button', async () => {
    const { workbench } = vscode();
    const preview = workbench.webview();
    await preview
      .locator('.row', { hasText: '5' })
      .filter({ hasText: /refused|invalid/ })
      .click();
    await preview.locator('.faulty', { hasText: 'missing: the row ends before it' }).first().waitFor();
    await workbench.idle();
    await vscode().screenshots('card-short-row');
    await preview.locator('.row', { hasText: 'Ruth Adeyemi' }).click();
    const fix = preview.locator('.fixes vscode-button', { hasText: 'Treat "on sabbatical" as enabled' });
    await fix.waitFor();
    await workbench.idle();
    await vscode().screenshots('card-fix');
    await fix.click();
    await eventually(() => preview.locator('.who').innerText()).toContain('request 1');
    await workbench.openFile('ways.scimmap');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"on sabbatical", "True"');
    await workbench.runCommand('File: Revert File');
  });

  it('the cursor in the extract and the chosen record go together, unless that is switched off', async () => {
    const { workbench, folder } = vscode();
    const settings = join(folder, '.vscode', 'settings.json');
    // Tried again, it begins as before
    rmSync(settings, { force: true });
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('ways.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    await workbench.quickInput.pick('ways.scimmap');
    const preview = workbench.webview();
    const who = () => preview.locator('.who h2').innerText();
    await eventually(who).toBe('Nadia Berg');
    const toExtract = () => workbench.runCommand('View: Focus First Editor Group');
    const choose = async (name: string) => {
      await preview.locator('.row', { hasText: name }).click();
      await eventually(who).toBe(name);
    };
    await toExtract();
    // In the second line of its record
    await workbench.editor.placeCursor(7, 2);
    await eventually(who).toBe('Kim Lund');
    await choose('Tomo Ito');
    await toExtract();
    await eventually(cursor).toBe('Ln 3, Col 1');
    expect(await who()).toBe('Tomo Ito');
    await workbench.idle();
    await vscode().screenshots('cursor-and-record');

    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(settings, '{ "entraInbound.preview.followCursor": false }');
    // Until the window has read that, the cursor follows
    await eventually(async () => {
      await workbench.editor.placeCursor(2, 1);
      await choose('Ola Moe');
      await toExtract();
      return cursor();
    }).toBe('Ln 2, Col 1');
    await workbench.editor.placeCursor(4, 1);
    await eventually(cursor).toBe('Ln 4, Col 1');
    await workbench.idle();
    expect(await who()).toBe('Ola Moe');
  });

  it('what the log says of a person leads to the cells that it is about', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.quickInput.answerUnsent('contoso.csv');
    await workbench.quickInput.pick('contoso.csv');
    await workbench.messages.confirmPlan();
    const runs = workbench.tree('Runs');
    await eventually(() => runs.firstAt(2), 60_000).toContain('936 created');
    await workbench.messages.dismissNotifications();
    await runs.expand('sign-in name invalid');
    await eventually(async () => (await runs.rows()).some(({ level }) => level === 5)).toBe(true);
    const failed = (await runs.rows()).find(({ level }) => level === 5);
    expect(failed?.label).toBe('Aili Milde');
    // The tree is drawn again as the log is read: a click may meet nothing, or another row
    await eventually(async () => {
      await runs.pressRowAction(failed?.label ?? '', 'Go to Record in Extract');
      await page.locator('.tab.active', { hasText: 'contoso.csv' }).waitFor({ timeout: 3000 });
      return cursor();
      // The sign-in name has a blank in it: the log blames userPrincipalName, which is made from this cell
    }, 30_000).toBe('Ln 19, Col 24');
    await vscode().screenshots('cell-log');
    await eventually(async () => {
      await runs.row(failed?.label ?? '').click();
      return page.locator('.tab.active').first().innerText();
    }).toContain('C11989');
    await page.locator('.tab.active', { hasText: 'failed.md' }).waitFor();
    await workbench.editor.pressTitleAction('Go to Record in Extract');
    await page.locator('.tab.active', { hasText: 'contoso.csv' }).waitFor();
    await eventually(cursor).toBe('Ln 19, Col 24');
  });

  it('a row leads to what happened to its person, and the page back to the cell, with a command each', async () => {
    const { workbench, page } = vscode();
    const lens = page.locator('.codelens-decoration a', { hasText: 'Aili Milde: failed, ' });
    await lens.waitFor();
    await vscode().screenshots('row-lens');
    await workbench.runCommand('Entra Provisioning: What Happened to This Record');
    await page.locator('.tab.active', { hasText: 'failed.md' }).waitFor();
    await workbench.webview().getByRole('heading', { name: 'Aili Milde' }).waitFor();
    const selected = workbench.tree('Runs').element.locator('.monaco-list-row.selected');
    await eventually(() => selected.innerText()).toContain('Aili Milde');
    await workbench.idle();
    await vscode().screenshots('row-explained');
    await workbench.runCommand('Entra Provisioning: Go to Record in Extract');
    await page.locator('.tab.active', { hasText: 'contoso.csv' }).waitFor();
    await eventually(cursor).toBe('Ln 19, Col 24');
    const hover = await workbench.editor.hover('Aili');
    await hover.getByRole('link', { name: 'Show in Runs' }).waitFor();
    await vscode().screenshots('row-hover');
  });

  it('a preview that is opened later says what the last run did', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    const preview = workbench.webview();
    await preview.getByRole('textbox').first().fill('Aili Milde');
    await preview.locator('.row', { hasText: 'Aili Milde' }).click();
    const happened = preview.locator('.effect', { hasText: 'What happened' });
    await eventually(() => happened.innerText()).toMatch(/Failed .*in Sandbox Tenant/);
    await workbench.idle();
    await vscode().screenshots('card-happened');
    await happened.getByRole('button', { name: 'Show in Runs' }).click();
    await page.locator('.tab.active', { hasText: 'failed.md' }).waitFor();
    // A page takes the focus once it has loaded, and would close what is asked next
    await workbench.webview().getByRole('heading', { name: 'Aili Milde' }).waitFor();
  });

  it('a name leads to the person in the run, however many are before', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('Entra Provisioning: What Happened to...');
    await workbench.quickInput.answerUnsent('C10762');
    await workbench.idle();
    await vscode().screenshots('what-happened-to');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'created.md' }).waitFor();
    const selected = workbench.tree('Runs').element.locator('.monaco-list-row.selected');
    await eventually(() => selected.innerText()).toContain('Shirlee Zrike');
  });
});
