import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { runCommandLine } from './support/runCommandLine';
import { hasSavedState, savedFiles, savedTexts } from './support/savedState';
import { vscodeForTests } from './support/vscodeForTests';

const STAFF = `source csv { files = "staff.csv" }

externalId  = [Number]
userName    = Join("@", ToLower([Account]), "fabrikam.com")
displayName = [Full name]
active      = Switch([State], , "works", "True", "gone", "False")
`;
const STAFF_EXTRACT = `Number,Account,Full name,State,Room
11,Nadia.Berg,Nadia Berg,works,B1
12,tomo.ito,Tomo Ito,on sabbatical,B2
13,ruth ,Ruth Adeyemi,gone,B3
14,lea,Lea Brun
`;

const vscode = vscodeForTests();

beforeAll(() => {
  // In a folder of its own: the sample's mapping names every CSV beside it. Before the first file is opened by its name: what
  // was found then is not looked for again
  const folder = join(vscode().folder, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'staff.scimmap'), STAFF);
  writeFileSync(join(folder, 'staff.csv'), STAFF_EXTRACT);
});

const preview = () => vscode().workbench.webview();

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await vscode().page.keyboard.press(key);
}

async function compare(): Promise<void> {
  await preview().getByRole('tab', { name: 'Compare' }).click();
}

const comparedWith = (own: string, other: string) =>
  preview().getByRole('heading', { name: `${own} compared with ${other}` });

/**
 * Chooses the only extract that one can be compared with: by the keyboard, and again where the page took the key, because it takes the
 * focus a moment after a click.
 */
async function chooseOther(own: string, other: string): Promise<void> {
  const { quickInput } = vscode().workbench;
  const offered = quickInput.first(other);
  await offered.waitFor();
  // Nobody compares an extract with itself
  expect(await quickInput.element.getByText(own, { exact: true }).count()).toBe(0);
  await eventually(async () => {
    if (await offered.isVisible()) await press('Enter');
    return comparedWith(own, other).count();
  }, 20_000).toBe(1);
}

describe('the preview', () => {
  it('is walked by keyboard alone: the list, its head, the record, and back', async () => {
    const { workbench } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    await preview().locator('.row', { hasText: 'Reeba Abbot' }).waitFor();
    const focused = (selector: string) => preview().locator(`${selector}:focus`).count();
    const chosen = () => preview().locator('.row[aria-selected=true]').getAttribute('id');
    await preview().getByRole('button', { name: 'Columns' }).focus();
    await press('Tab');
    await eventually(() => focused('[role=grid]')).toBe(1);
    await press('End');
    await eventually(chosen).toBe('record-1000');
    await press('Home', 'ArrowDown');
    await eventually(chosen).toBe('record-2');
    await eventually(() => preview().locator('.detail h2').textContent()).toBe('Reeba Abbot');
    await vscode().screenshots('preview-grid');
    // Down once more leaves the row, up twice the rows
    await press('ArrowRight', 'Home', 'ArrowUp', 'ArrowRight', 'Enter');
    await preview().locator('[role=columnheader][aria-sort=ascending]').waitFor();
    await press('ArrowDown', 'Enter');
    await eventually(() => focused('.detail')).toBe(1);
    await press('Escape');
    await eventually(() => focused('[role=grid]')).toBe(1);
    await press('Tab');
    await eventually(() => focused('[role=separator]')).toBe(1);
    const before = Number(await preview().getByRole('separator').getAttribute('aria-valuenow'));
    const isBeside = (await preview().getByRole('separator').getAttribute('aria-orientation')) === 'vertical';
    await press(isBeside ? 'ArrowRight' : 'ArrowDown');
    await eventually(async () => Number(await preview().getByRole('separator').getAttribute('aria-valuenow'))).toBe(
      before + 2,
    );
  });

  it(
    'is there again after a reload, with its record, filter, order, columns and what it is compared with',
    { timeout: 240_000 },
    async () => {
      const { workbench, page } = vscode();
      await preview().getByRole('button', { name: 'Columns' }).click();
      await preview().getByRole('dialog').getByText('JobTitle').click();
      await press('Escape');
      await preview().locator('.chip', { hasText: 'excluded' }).click();
      await eventually(() => preview().locator('.row .state', { hasText: 'to send' }).count()).toBe(0);
      await preview().locator('.row').nth(3).click();
      const selected = preview().locator('.row[aria-selected=true]');
      const chosen = await selected.innerText();
      const record = (await selected.getAttribute('id'))?.replace('record-', '') ?? '';
      const share = await preview().getByRole('separator').getAttribute('aria-valuenow');
      // Another extract in the editor that shows it record by record is restored beside it
      await workbench.openFile('contoso-last-week.csv');
      await workbench.runCommand('View: Reopen Editor With...');
      await workbench.quickInput.pick('Record Viewer');
      await preview().locator('#record-1').waitFor();
      await compare();
      await preview().getByText('Compare with Another Extract').click();
      await chooseOther('contoso-last-week.csv', 'contoso.csv');
      await workbench.tab('Preview: contoso.csv').click();
      await compare();
      await preview().getByText('Compare with the Last Run').click();
      const nothingSent = preview().getByText('The sandbox has not been started, so nothing was sent to it yet.');
      await nothingSent.waitFor();
      await preview().getByRole('tab', { name: 'Requests' }).click();
      for (const kept of [
        /tab\W+requests/,
        /state\W+excluded/,
        new RegExp(`record\\W+${record}\\b`),
        /comparedWith[^}]*contoso\.csv\W+last-sent[^}]*contoso-last-week\.csv[^}]*contoso\.csv/,
        /tab\W+compare/,
      ])
        await eventually(() => hasSavedState(page, kept), 60_000).toBe(true);
      // All that the editor has kept of the extracts that are shown
      const saved = [...(await savedTexts(page)), ...savedFiles(vscode().data), ...savedFiles(vscode().home)];
      expect(saved.join('\n')).toContain('contoso-last-week.csv');
      expect(peopleIn(saved, readFileSync(join(vscode().folder, 'contoso.csv'), 'utf8'))).toEqual([]);
      await page.reload();
      await workbench.ready();
      await workbench.tab('Preview: contoso.csv').click();
      await preview().getByRole('grid', { name: 'Requests' }).waitFor({ timeout: 60_000 });
      await preview().getByRole('tab', { name: 'Records' }).click();
      await eventually(() => preview().locator('.records .row[aria-selected=true]').innerText(), 60_000).toBe(chosen);
      expect(await preview().locator('.chip[aria-pressed=true]').innerText()).toContain('excluded');
      await eventually(() => preview().locator('[role=columnheader][aria-sort=ascending]').count()).toBe(1);
      await eventually(() => preview().locator('.list').getByRole('columnheader', { name: 'JobTitle' }).count()).toBe(
        1,
      );
      expect(await preview().getByRole('separator').getAttribute('aria-valuenow')).toBe(share);
      await vscode().screenshot('preview-restored');
      await compare();
      await nothingSent.waitFor();
      await workbench.tab('contoso-last-week.csv').click();
      await comparedWith('contoso-last-week.csv', 'contoso.csv').waitFor({ timeout: 60_000 });
      await preview().locator('.people .row:not(.pending)').first().waitFor();
      await vscode().screenshot('compare-restored');
      await workbench.tab('Preview: contoso.csv').click();
      await preview().getByRole('button', { name: 'Clear' }).click();
    },
  );

  it('opens each request byte for byte, and leads from its operations to their records and back', async () => {
    const { workbench, page, folder } = vscode();
    const words = ['convert', join(folder, 'contoso.csv'), '--mapping', join(folder, 'contoso.scimmap')];
    const { out } = await runCommandLine(words, {});
    const bodies = out.split('\n').slice(0, -1);
    await preview().getByRole('tab', { name: 'Requests' }).click();
    await preview().locator('.requests .row:not(.pending)').first().waitFor();
    // Nothing has changed, however often a window that was restored has read it
    expect(await preview().getByText('These are the requests as they are now.').count()).toBe(0);
    await vscode().screenshots('preview-requests');
    await preview().getByText('Save All').click();
    const name = workbench.quickInput.element.locator('input').first();
    await eventually(() => name.inputValue()).toContain('contoso-requests.jsonl');
    await press('Enter');
    const saved = join(folder, 'contoso-requests.jsonl');
    await eventually(() => Promise.resolve(existsSync(saved))).toBe(true);
    expect(readFileSync(saved, 'utf8')).toBe(out);
    await workbench.messages.dismissNotifications();
    await preview().getByRole('grid', { name: 'Requests' }).focus();
    await press('End');
    await preview().getByText(`Open Request ${bodies.length}`).waitFor();
    await press('ArrowUp', 'Enter');
    const number = bodies.length - 1;
    await workbench.tab(`Request ${number} of contoso.csv.json`).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.editor.placeCursor(1, 5000);
    await press('Control+A', 'Control+C');
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(bodies[number - 1]);
    await workbench.editor.placeCursor(1, 5000);
    await eventually(async () => (await workbench.editor.lines()).length).toBeGreaterThan(10);
    await vscode().screenshots('request-document');
    // To the record of the operation at the cursor, and from there to the operation
    await workbench.runCommand('Entra Provisioning: Show Record of Operation');
    const record = recordsBefore(bodies[number - 1] ?? '', 5000).at(-1) ?? '';
    const selected = preview().locator('.records .row[aria-selected=true]');
    await eventually(() => selected.getAttribute('id')).toBe(`record-${record}`);
    await preview()
      .getByRole('button', { name: `request ${number}` })
      .click();
    const start = (bodies[number - 1] ?? '').indexOf(`{"method":"POST","bulkId":"record-${record}"`);
    await workbench.statusBarItem(`Ln 1, Col ${start + 1}`).waitFor();
    await workbench.tab(`Request ${number} of contoso.csv.json`).waitFor();
    await workbench.runCommand('View: Close Editor');
    await workbench.tab('Preview: contoso.csv').click();
  });

  it('compares with another extract, with what was last sent, and remembers with what', async () => {
    const { workbench, page, folder } = vscode();
    const [own, other] = ['contoso.csv', 'contoso-last-week.csv'];
    const compared = comparedWith(own, other);
    const people = preview().locator('.people .row:not(.pending)');
    await compare();
    await preview().getByText('Compare with Another Extract').click();
    await chooseOther(own, other);
    await preview().locator('.compare .chip', { hasText: 'changed' }).first().click();
    await people.filter({ hasText: 'changed' }).first().click();
    await preview().locator('.person-card .compared-values tbody tr').first().waitFor();
    await vscode().screenshots('preview-compare');
    const shown = await preview().locator('.person-card h2').innerText();
    await preview().locator('.person-card').getByText('Show among the records').click();
    await eventually(() => preview().locator('.detail:not(.person-card) h2').innerText()).toBe(shown);
    await compare();
    await preview().getByRole('button', { name: 'Last run' }).click();
    await preview().getByText('The sandbox has not been started, so nothing was sent to it yet.').waitFor();
    await preview().getByRole('button', { name: 'An extract' }).click();
    await chooseOther(own, other);
    await people.first().waitFor();
    const joined = () => preview().locator('.compare .chip', { hasText: 'new' }).locator('b').innerText();
    const joiners = await joined();
    // Another program writes the other extract, without a person: they are new, and no longer once the file is as before
    const lastWeek = join(folder, 'contoso-last-week.csv');
    const whole = readFileSync(lastWeek, 'utf8');
    writeFileSync(lastWeek, whole.replace(/^C10589;.*\r?\n/m, ''));
    await eventually(joined, 20_000).toBe(String(Number(joiners) + 1));
    writeFileSync(lastWeek, whole);
    await eventually(joined, 20_000).toBe(joiners);
    // People who are new here are not in the other extract, so the comparison shows them as missing the other way round
    await preview().getByRole('button', { name: 'Other way round' }).click();
    const heading = preview().locator('.compare-sides h2');
    await eventually(() => heading.innerText()).toBe('contoso-last-week.csv compared with contoso.csv');
    const leavers = preview().locator('.compare .chip', { hasText: 'not here any more' });
    await eventually(() => leavers.locator('b').innerText()).toBe(joiners);
    await leavers.click();
    await people.first().click();
    await preview().locator('.person-card').getByText('of contoso.csv').waitFor();
    await workbench.tab('Preview: contoso.csv').click();
    await workbench.runCommand('View: Close Editor');
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    await compare();
    await compared.waitFor();
    await people.first().waitFor();
    // The next window knows it, too
    const kept = /comparedWith.*contoso\.csv[^\]]*contoso-last-week\.csv/s;
    await eventually(() => hasSavedState(page, kept), 60_000).toBe(true);
  });
});

describe('an extract that is open as text', () => {
  const item = () => vscode().page.locator('[id="entra-inbound.entra-inbound.entraInbound.column"]');

  const title = 'Preview as Bulk Requests';
  const explorer = () => vscode().workbench.tree('Explorer Section');

  it.each([
    ['its title', () => vscode().workbench.editor.pressTitleAction(title)],
    ['its lens', () => vscode().workbench.editor.pressLens(title)],
    ['the palette', () => vscode().workbench.runCommand(`Entra Provisioning: ${title}`)],
    [
      'the explorer, also unopened',
      async () => {
        await vscode().workbench.runCommand('View: Close All Editors');
        await explorer().expand('texts');
        await explorer().chooseFromMenu('staff.csv', title);
      },
    ],
  ])('leads to its preview by %s', async (_, enter) => {
    const { workbench } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('staff.csv');
    await enter();
    await workbench.tab('Preview: staff.csv').waitFor();
    await eventually(() => preview().locator('.row').count()).toBe(4);
  });

  it('is what the explorer takes a .txt for, and asks to send none', async () => {
    const { workbench, folder } = vscode();
    writeFileSync(join(folder, 'texts', 'staff.txt'), STAFF_EXTRACT.replaceAll(',', '\t'));
    await workbench.runCommand('View: Close All Editors');
    await eventually(() => explorer().menuEntries('staff.txt')).toContainEqual(expect.stringContaining(title));
    expect(await explorer().menuEntries('staff.txt')).not.toContainEqual(expect.stringContaining('Send Extract'));
    await explorer().chooseFromMenu('staff.txt', title);
    await workbench.tab('Preview: staff.txt').waitFor();
    await eventually(() => preview().locator('.row').count()).toBe(4);
  });

  it('is not what the explorer takes a file of another kind for', async () => {
    const entries = await explorer().menuEntries('README.md');
    expect(entries).toContainEqual(expect.stringContaining('Copy Path'));
    expect(entries).not.toContainEqual(expect.stringContaining(title));
  });

  it('shows its problems at their cells, and mends them there', async () => {
    const { workbench, page, folder } = vscode();
    await workbench.runCommand('View: Close All Editors');
    // Tried again, it begins as before
    writeFileSync(join(folder, 'texts', 'staff.csv'), STAFF_EXTRACT);
    await workbench.openFile('staff.csv');
    const rows = async () => (await workbench.problems('staff.csv')).map((row) => row.replaceAll(/\s+/g, ' '));
    await eventually(rows, 20_000).toContainEqual(expect.stringMatching(/value\.status\.undecided.*\[Ln 3, Col 22\]/));
    await eventually(rows).toContainEqual(expect.stringMatching(/csv\.row\.field-count.*\[Ln 5, Col 1\]/));
    await workbench.openFile('staff.csv');
    await workbench.editor.placeCursor(3, 24);
    expect(await workbench.editor.quickFixes()).toContain('Treat "on sabbatical" as enabled');
    await page.mouse.move(0, 0);
    await vscode().screenshots('text-problems');
    await page.keyboard.press('Escape');
    await workbench.editor.placeCursor(4, 4);
    await workbench.editor.quickFixes();
    await workbench.editor.applyQuickFix('Trim spaces in this cell');
    await eventually(() => workbench.editor.lines()).toContainEqual(expect.stringContaining('13,ruth,'));
    await workbench.editor.save();
    await eventually(rows).not.toContainEqual(expect.stringContaining('[Ln 4,'));
  });

  it('says of a cell what it is, and what it becomes', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('staff.csv');
    await workbench.editor.placeCursor(2, 16);
    await eventually(() => item().innerText()).toBe('Full name (3 of 5)');
    await press('Control+K', 'Control+I');
    const hover = page.locator('.monaco-hover:visible').first();
    await eventually(() => hover.innerText()).toContain('[Full name] column 3 of 5');
    expect(await hover.innerText()).toContain('displayName → "Nadia Berg"');
    expect(await hover.innerText()).toMatch(/The whole column:\s+filled in 3 of 3 records/);
    await vscode().screenshots('text-hover');
    await workbench.runCommand('View: Close All Editors');
    await item().waitFor({ state: 'hidden' });
  });
});

/** The records of the operations that begin in the first characters of a request. */
function recordsBefore(body: string, length: number): readonly string[] {
  const operations = [...body.matchAll(/\{"method":"POST","bulkId":"record-(\d+)"/g)];
  return operations.filter(({ index }) => index < length).map(([, record = '']) => record);
}

/** The ids, sign-in names and names of an extract that are in any of the texts, and where. */
function peopleIn(texts: readonly string[], extract: string): readonly string[] {
  const [, ...rows] = extract.split(/\r?\n/);
  const people = rows.flatMap((row) => {
    const [id = '', , , user = '', first = '', last = ''] = row.split(';');
    return [id, user, first === '' || last === '' ? '' : `${first} ${last}`].filter((text) => text.length > 4);
  });
  expect(people.length).toBeGreaterThan(2000);
  return texts.flatMap((text) =>
    people.filter((each) => text.includes(each)).map((each) => `${each}: ${text.slice(0, 200)}`),
  );
}
