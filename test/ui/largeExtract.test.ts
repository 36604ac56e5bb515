import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../vscode/sampleWorkspace.mjs';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

/** So much that the first screen is there long before the end: 120 MB are read in four seconds. */
const SIZE = 300_000_000;

/** Records of the sample that the large extract repeats. */
const RECORDS = 1000;

/** As long as a slow machine with other work may need to read it all. */
const READING = 400_000;

interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly samples: number;
  readonly duration: number;
}

/** Writes the sample's records over and over, each time with other ids, until the file has its size. */
function writeLargeExtract(path: string): number {
  const [header = '', ...records] = readFileSync(join(sampleWorkspace, 'contoso.csv'), 'utf8')
    .split(/\r?\n(?=C\d)/)
    .map((record) => record.trimEnd());
  const file = openSync(path, 'w');
  let [written, count] = [writeSync(file, `${header}\r\n`), 0];
  for (let round = 0; written < SIZE; round++) {
    // Ids are C and five digits; the number of the round makes them others
    const text = records.map((record) => `C${round}-${record.slice(1)}`).join('\r\n');
    written += writeSync(file, `${text}\r\n`);
    count += RECORDS;
  }
  closeSync(file);
  return count;
}

describe('an extract of 300 MB', () => {
  let records = 0;
  const scratch = mkdtempSync(join(tmpdir(), 'entra-inbound-large-'));
  const figuresFile = join(scratch, 'loopDelay.json');
  const vscode = vscodeForTests({ env: { ENTRA_INBOUND_LOOP_DELAY: figuresFile } });

  beforeAll(() => {
    records = writeLargeExtract(join(vscode().folder, 'large.csv'));
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it(
    'shows its first screen while the rest is read, and does not hold up the extension host',
    { timeout: READING + 60_000 },
    async () => {
      const { workbench } = vscode();
      // Of an earlier try
      rmSync(figuresFile, { force: true });
      await workbench.runCommand('Entra Provisioning: Preview as Bulk Requests');
      await workbench.quickInput.answerUnsent('large.csv');
      await workbench.quickInput.pick('large.csv');
      const page = workbench.webview();

      await page.locator('.row .id', { hasText: 'C0-11629' }).waitFor();
      // The first screen is there while the rest is read: nothing can be sent yet, and the counts still grow
      expect(existsSync(figuresFile)).toBe(false);
      expect(await page.getByText('records so far').count()).toBe(1);
      const send = page.locator('vscode-button', { hasText: 'Send to Sandbox Tenant' });
      expect(await send.getAttribute('disabled')).not.toBeNull();
      const early = await page.locator('.band').innerText();
      await page.locator('.values').getByText('UserID').first().waitFor();
      await eventually(() => page.locator('.band').innerText()).not.toBe(early);
      await vscode().screenshot('large-reading');

      await page.getByText(`${records.toLocaleString('en')} records,`).waitFor({ timeout: READING });
      // A file that is just written is there before what is in it
      const written = () => (existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8') : '');
      await eventually(written).toMatch(/\}\s*$/);
      const figures = JSON.parse(written()) as Figures;
      console.log('Event-loop delay of the extension host over the whole read, in milliseconds:', figures);
      expect(figures.samples).toBeGreaterThan(100);
      await vscode().screenshot('large-read');
    },
  );

  it('shows rows from everywhere, narrows down and finds', { timeout: READING }, async () => {
    const page = vscode().workbench.webview();
    await page.locator('.list').focus();
    await vscode().page.keyboard.press('End');
    await page.locator(`#record-${records}`).waitFor();
    await eventually(() => page.locator(`#record-${records}`).getAttribute('aria-selected')).toBe('true');

    await page.locator('.chip', { hasText: 'skipped (invalid)' }).click();
    await eventually(() => page.locator('.row .state').allInnerTexts()).toContain('skipped (invalid)');
    await eventually(async () => new Set(await page.locator('.row .state').allInnerTexts()).size).toBe(1);
    await page.locator('.chip', { hasText: 'skipped (invalid)' }).click();

    await page.getByRole('textbox', { name: 'Name, id or line' }).fill('C400-10589');
    await eventually(() => page.locator('.row .id').allInnerTexts(), 120_000).toEqual(['C400-10589']);
    await page.locator('.row').click();
    await eventually(() => page.locator('.who h2').textContent()).toBe('Reeba Abbot');
    await vscode().screenshot('large-found');
  });

  it.each([
    ['zoe grosser', 'Zoë Größer'],
    ['jorg muller', 'Jörg Müller'],
  ])('finds %s and %s alike, in all of it', { timeout: READING }, async (typed, name) => {
    const page = vscode().workbench.webview();
    const search = page.getByRole('textbox', { name: 'Name, id or line' });
    // One of the sample's records, as often as it was written
    const found = page.getByText(`${(records / RECORDS).toLocaleString('en')} found`, { exact: true });
    for (const text of [typed, name]) {
      await search.fill('Nobody is called that');
      await page
        .getByText('Nothing found for')
        .first()
        .waitFor({ timeout: READING / 4 });
      await search.fill(text);
      await eventually(() => page.locator('.row .name').allInnerTexts(), READING / 4).toContainEqual(
        expect.stringContaining(name),
      );
      await found.waitFor({ timeout: READING / 4 });
    }
    // As it was found before
    await search.fill('C400-10589');
    await eventually(() => page.locator('.row .id').allInnerTexts(), READING / 4).toEqual(['C400-10589']);
    await page.locator('.row').click();
  });

  it(
    'goes to a record in the editor of extracts, where VS Code has no text for anybody',
    { timeout: READING },
    async () => {
      const { workbench } = vscode();
      await workbench
        .webview()
        .locator('.who')
        .getByRole('button', { name: /^line / })
        .click();
      await workbench.tab('large.csv').waitFor();
      const editor = workbench.webview();
      await eventually(() =>
        vscode()
          .page.locator('.tab.active', { hasText: /^large\.csv/ })
          .count(),
      ).toBe(1);
      await eventually(async () => editor.locator('.row[aria-selected=true] .id').allInnerTexts(), READING / 2).toEqual(
        ['C400-10589'],
      );
      await eventually(() => editor.locator('.who h2').textContent()).toBe('Reeba Abbot');
      // There is no text to select in: the cell is marked
      await editor.locator('.trace .cell', { hasText: 'reeba.abbot' }).first().click();
      await eventually(() => editor.locator('.marked th').allTextContents()).toEqual([
        expect.stringContaining('UserID'),
      ]);
      await vscode().screenshot('large-editor');
    },
  );

  it('leads to its preview by the title of that editor, to the one that is open or a new one', async () => {
    const { workbench, page } = vscode();
    const title = 'Preview as Bulk Requests';
    const active = () => page.locator('.editor-group-container.active .tab.active').innerText();
    await workbench.editor.pressTitleAction(title);
    await eventually(active).toContain('Preview: large.csv');
    await eventually(() => workbench.webview().locator('.row .id').allInnerTexts()).toEqual(['C400-10589']);
    await workbench.runCommand('View: Close Editor');
    await eventually(active).toMatch(/^large/);
    await workbench.editor.pressTitleAction(title);
    await eventually(active).toContain('Preview: large.csv');
    expect(await page.locator('.editor-group-container').count()).toBe(2);
    // The list has both ends while the extract is read again, beside an editor that shows another record of it
    const [editor, preview] = [workbench.webview(0), workbench.webview(1)];
    const selected = preview.locator('.row[aria-selected=true]');
    const record = async () => Number((await selected.getAttribute('id'))?.replace('record-', ''));
    await eventually(record, 60_000).toBe(1);
    await preview.locator('.list').focus();
    await page.keyboard.press('End');
    await eventually(record, 20_000).toBeGreaterThan(RECORDS);
    await preview.locator('.who h2').waitFor();
    await vscode().screenshot('large-beside');
    await page.keyboard.press('Home');
    await eventually(record, 20_000).toBe(1);
    expect(await editor.locator('.who h2').textContent()).toBe('Reeba Abbot');
    await workbench.runCommand('View: Close Editor');
    await eventually(active).toMatch(/^large/);
  });

  it('an extract that no mapping is for shows its records alone', async () => {
    const { workbench, page, folder } = vscode();
    mkdirSync(join(folder, 'others'));
    writeFileSync(join(folder, 'others', 'people.tsv'), 'Id\tName\tNote\n1\tAna Silva\t"a\tb\nc"\n2\tBob\n3\tCleo\t\n');
    await workbench.openFile('people.tsv');
    await workbench.runCommand('View: Reopen Editor With...');
    await workbench.quickInput.pick('Record Viewer');
    const editor = workbench.webview();
    await editor.getByText('3 records,').waitFor();
    expect(await editor.locator('.band').innerText()).toContain('tab, utf-8');
    expect(await editor.locator('.row').allInnerTexts()).toHaveLength(3);
    await editor.locator('.row', { hasText: 'Ana Silva' }).click();
    await eventually(() => editor.locator('.trace td').allTextContents()).toEqual(['1', 'Ana Silva', 'a\\tb↵\nc']);
    // A row that is refused has its own cells
    await editor.locator('.row', { hasText: 'cannot be read' }).click();
    await eventually(() => editor.locator('.trace td').allTextContents()).toEqual([
      '2',
      'Bob',
      'missing: the row ends before it',
    ]);
    expect(await editor.locator('.problem').textContent()).toContain('2 cells but the header has 3 columns');
    expect(await editor.getByRole('button', { name: 'Send to Sandbox Tenant' }).count()).toBe(0);
    await page.mouse.move(0, 0);
    await vscode().screenshot('extract-alone');
  });
});
