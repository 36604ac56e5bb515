import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

describe('writing a mapping', () => {
  const vscode = vscodeForTests();

  it('shows what each rule gives for a record, and above it the extract', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.scimmap');
    await workbench.editor.text('Check all 1,000 records').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"orsola.abbot@contoso.com"');
    await workbench.editor.pressLens('Record 1');
    await workbench.quickInput.answer('2');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"reeba.abbot@contoso.com"');
    await workbench.editor.pressLens('Record 2');
    await workbench.quickInput.answerUnsent('nobody of this name');
    await eventually(async () => (await workbench.quickInput.entries()).map((entry) => entry.trim())).toEqual([
      'No record has this name, id or number',
    ]);
    await workbench.quickInput.answerUnsent('orsola');
    await workbench.quickInput.element.getByText('Orsola Abbot').first().waitFor();
    await vscode().screenshots('mapping-choose-record');
    await workbench.quickInput.pick('Orsola Abbot');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"orsola.abbot@contoso.com"');
    await workbench.idle();
    await vscode().screenshots('mapping-values');
  });

  it('explains attributes, columns, functions and what a status word becomes', async () => {
    const { workbench } = vscode();
    const hover = await workbench.editor.hover('active');
    await eventually(() => hover.innerText()).toContain('Terminated');
    await vscode().screenshots('mapping-hover-status');
    await vscode().page.keyboard.press('Escape');
    const call = await workbench.editor.hover('Replace');
    await eventually(() => call.innerText()).toContain('Replace(');
    await vscode().screenshots('mapping-hover-function');
  });

  it('completes attributes, columns with what they hold, and arguments', async () => {
    const { workbench, page } = vscode();
    await workbench.editor.placeCursor(15, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await workbench.editor.type('nick');
    expect(await workbench.editor.suggestions()).toContain('nickName');
    await page.keyboard.press('Enter');
    // What follows is offered at once
    await eventually(() => workbench.editor.suggestions()).toEqual(expect.arrayContaining(['[FirstName]']));
    await workbench.editor.type('[Fir');
    await eventually(() => workbench.editor.suggestions()).toContain('[FirstName]');
    await vscode().screenshots('mapping-completion');
    await page.keyboard.press('Enter');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('nickName = [FirstName]');
  });

  it('says that a status word is undecided, and decides it', async () => {
    const { workbench } = vscode();
    await eventually(() => workbench.problems(), 30_000).toContainEqual(expect.stringContaining('Actve'));
    await vscode().screenshots('mapping-problems');
    await workbench.editor.placeCursor(19, 20);
    const titles = await workbench.editor.quickFixes();
    await vscode().screenshots('mapping-fixes');
    expect(titles.filter((title) => title.startsWith('Decide'))).toEqual(['Decide statuses…']);
    await workbench.editor.applyQuickFix('Decide statuses…');
    await workbench.quickInput.waitForQuestion('Statuses of [WorkerStatus]');
    // What "Active" is misspelled for is the first answer
    await eventually(async () => (await workbench.quickInput.entries()).map((entry) => entry.trim())).toEqual([
      'Enabled',
      'Disabled',
      'Exclude',
    ]);
    await vscode().screenshots('mapping-decide');
    await workbench.quickInput.pick('Enabled');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"Actve", "True"');
    await eventually(() => workbench.problems(), 30_000).not.toContainEqual(expect.stringContaining('Actve'));
  });
});

describe('a mapping from nothing', () => {
  const vscode = vscodeForTests();

  beforeAll(() => {
    const { folder } = vscode();
    writeFileSync(join(folder, 'a-note.txt'), 'Nothing\n');
    writeFileSync(join(folder, 'one-file.scimmap'), 'source csv {\n  files = "contoso.csv"\n  delimiter = ";"\n}\n');
  });

  it('is guessed from an extract, opened unsaved, and checked with that extract', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressLens('New Mapping from CSV');
    await workbench.tab('contoso-2.scimmap').waitFor();
    await workbench.editor.text('Check all 1,000 records').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('[FullName]-> "Orsola Abbot"');
    await workbench.idle();
    await vscode().screenshot('mapping-guessed-light');
  });

  it('is offered for its extract while it is not saved', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressLens('Preview');
    await workbench.quickInput.waitForQuestion('Choose a mapping');
    expect(await workbench.quickInput.entries()).toEqual(['contoso-2.scimmap', 'contoso.scimmap', 'one-file.scimmap']);
    await page.keyboard.press('Escape');
    await workbench.tab('contoso-2.scimmap').click();
  });

  it('lists the extracts that the mapping names before all others, and texts after them', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('one-file.scimmap');
    await workbench.editor.text('Check all 1,000 records').waitFor();
    await workbench.editor.pressLens('contoso.csv');
    await workbench.quickInput.waitForQuestion('Which extract?');
    const entries = (await workbench.quickInput.entries()).map((entry) => entry.trim());
    expect(entries).toEqual(['contoso.csv', 'contoso-last-week.csv', 'a-note.txt', 'Browse…']);
    // What is right in the only folder has no path beside its name
    expect(await workbench.quickInput.element.locator('.label-description:visible').allInnerTexts()).toEqual([]);
    await page.keyboard.press('Escape');
    await workbench.tab('contoso-2.scimmap').click();
  });

  it('leads from the code of a problem to the page that explains it', async () => {
    const { workbench, page } = vscode();
    await eventually(() => workbench.problems(), 30_000).toContainEqual(
      expect.stringContaining('Missing rule for "active"'),
    );
    await page
      .locator('.markers-panel a', { hasText: 'mapping.missing-rule' })
      .first()
      .click({ modifiers: ['Control'] });
    await workbench.webview().getByRole('heading', { name: 'mapping.missing-rule' }).waitFor();
    await vscode().screenshot('mapping-problem-page-light');
  });

  it('shows the record that is selected in the preview', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.scimmap');
    await workbench.editor.pressLens('Preview');
    await workbench.webview().locator('.row', { hasText: 'Reeba Abbot' }).click();
    await workbench.tab('contoso.scimmap').click();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"reeba.abbot@contoso.com"');
  });
});

describe('a mapping that somebody else wrote, in a workspace that is not trusted', () => {
  const outside = mkdtempSync(join(tmpdir(), 'entra-inbound-outside-'));
  const vscode = vscodeForTests({ trusted: false });

  beforeAll(() => {
    const { folder } = vscode();
    writeFileSync(join(outside, 'secret.csv'), 'Id,Secret\n1,the value that nobody picked\n');
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'linked.csv'));
    const files = [
      'linked.csv',
      `${relative(folder, outside)}/secret.csv`,
      join(outside, 'secret.csv'),
      '/**/secret.csv',
    ];
    writeFileSync(
      join(folder, 'hostile.scimmap'),
      `source csv { files = ${files.map((file) => JSON.stringify(file)).join(', ')} }\nexternalId = [Id]\ntitle = [Secret]\n`,
    );
  });

  afterAll(() => {
    rmSync(outside, { recursive: true });
  });

  it('works, and reads no file outside the workspace', async () => {
    const { workbench, page } = vscode();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('hostile.scimmap');
    await workbench.editor.text('Choose an extract').waitFor();
    await eventually(() => workbench.problems()).toContainEqual(expect.stringContaining('Missing rule for "active"'));
    const said = [...(await workbench.editor.lines()), ...(await workbench.problems())].join('\n');
    expect(said).not.toContain('nobody picked');
    expect(said).not.toContain('->');
    // What lies in the workspace is read all the same
    await workbench.openFile('contoso.scimmap');
    await workbench.editor.text('Check all 1,000 records').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('-> "Orsola Abbot"');
  });

  it('and does once the user has picked it', async () => {
    const { workbench } = vscode();
    await workbench.openFile('hostile.scimmap');
    await workbench.editor.pressLens('Choose an extract');
    await workbench.quickInput.pick('Browse');
    await workbench.quickInput.answerUnsent(join(outside, 'secret.csv'));
    await workbench.quickInput.pick('secret.csv');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('the value that nobody picked');
  });

  it('which outlives a reload of the window', async () => {
    const { workbench, page } = vscode();
    await page.reload();
    await workbench.ready();
    await workbench.openFile('hostile.scimmap');
    await workbench.editor.text('secret.csv').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('the value that nobody picked');
  });
});
