import { mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashBody } from '../../src/extract/hashBody';
import { openRunStore } from '../../src/runs/openRunStore';
import { guidOf } from '../support/guidOf';
import { eventually } from './support/eventually';
import { runCommandLine } from './support/runCommandLine';
import { hasSavedState } from './support/savedState';
import { vscodeForTests } from './support/vscodeForTests';

const MAPPING = `externalId  = [Id]
userName    = Join("@", [User], "contoso.com")
displayName = [Name]
active      = "True"
`;

/** More than "Runs" shows of a group at first. */
const CREATED = 230;

/** People whom the log tells of: those of three have a blank in their sign-in names. */
const PEOPLE = [
  'Id,User,Name',
  ...Array.from({ length: CREATED }, (_, index) => `P${index + 1},person${index + 1},Person ${index + 1}`),
  'F1,ana nunez,Ana Núñez',
  'F2,bo berg,Bo Berg',
  'F3,cy cole,Cy Cole',
];

/** So many bytes that VS Code opens the extract as no text, in few records. */
const LARGE_RECORDS = 60;
const LARGE_CELL = 1_000_000;

function writeLarge(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, 'Id,User,Name,Note\n');
  const note = 'x'.repeat(LARGE_CELL);
  for (let record = 1; record <= LARGE_RECORDS; record++)
    writeSync(file, `L${record},large${record},Large ${record},${note}\n`);
  closeSync(file);
}

describe('what became of people', () => {
  const vscode = vscodeForTests();

  beforeAll(async () => {
    const { folder, home } = vscode();
    // With one mapping alone nobody is asked for one
    rmSync(join(folder, 'contoso.scimmap'));
    writeFileSync(join(folder, 'many.scimmap'), MAPPING);
    writeFileSync(join(folder, 'many.csv'), `${PEOPLE.join('\n')}\n`);
    // Outside the workspace: opened inside it, the extract would be checked by itself
    const elsewhere = join(folder, '..', 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'large.scimmap'), MAPPING);
    writeLarge(join(elsewhere, 'large.csv'));
    const words = [join(elsewhere, 'large.csv'), '--mapping', join(elsewhere, 'large.scimmap')];
    const { code, err } = await runCommandLine(['send', ...words, '--connection', 'sandbox', '--yes', '--wait'], {
      ENTRA_INBOUND_HOME: home,
    });
    expect(code, err).toBe(0);
  });

  const cursor = (): Promise<string> => vscode().workbench.cursor();
  const runs = () => vscode().workbench.tree('Runs');
  const log = () => vscode().workbench.tree('Provisioning Log');
  const selected = () => runs().element.locator('.monaco-list-row.selected');
  /** The rows down to those who were created, without what is below a person: steps are kept on no disk. */
  const shownPeople = async (): Promise<readonly string[]> => {
    const rows = (await runs().rows()).filter(({ level }) => level <= 5).map(({ label }) => label);
    return rows.slice(0, rows.indexOf(`${CREATED} created`) + 1);
  };
  /** Opens the page of the last of those whom the log tells of. */
  const explainCy = async (): Promise<void> => {
    await runs().chooseFromMenu('Cy Cole', 'Explain Log Entry');
    await vscode().page.locator('.tab.active', { hasText: 'F3 failed.md' }).waitFor();
    await vscode().workbench.webview().getByRole('heading', { name: 'Cy Cole' }).waitFor();
    await vscode().workbench.idle();
  };
  /** Presses the button of the page until `isDone`: the page takes the focus back while it is drawn. */
  const goFromPage = async (isDone: () => Promise<boolean>): Promise<void> => {
    const press = async () => {
      if (!(await isDone())) await vscode().workbench.editor.pressTitleAction('Go to Record in Extract');
      return isDone();
    };
    await expect.poll(press, { timeout: 20_000, interval: 2000 }).toBe(true);
  };
  const isExtractInFront = async () =>
    (await vscode().page.locator('.tab.active', { hasText: 'many.csv' }).count()) > 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await vscode().page.keyboard.press(key);
  };

  it('are all there, the rest of a large group with "Load more"', async () => {
    const { workbench } = vscode();
    await workbench.openFile('many.csv');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.confirmPlan();
    // Another process, perhaps of another version of Node, sees that this window has it open
    const store = openRunStore(vscode().home, { program: 'another window' });
    const newest = async () => (await store.list())[0];
    await eventually(async () => (await newest())?.plan?.source.name).toBe('many.csv');
    await expect(store.open((await newest())?.id ?? '')).rejects.toMatchObject({ reason: 'in-use' });
    await eventually(() => runs().firstAt(2), 60_000).toContain(`3 failed · ${CREATED} created`);
    await workbench.messages.dismissNotifications();
    for (const other of ['Connections', 'Sandbox Tenant']) await workbench.fold(other);
    // The row of the run has these words, too
    const created = runs().element.locator(`.monaco-list-row[aria-label^="${CREATED} created, of"]`);
    // Rows move while the tree is drawn again: the click may have met another one
    await eventually(async () => {
      if ((await created.getAttribute('aria-expanded')) === 'false') await created.click();
      return created.getAttribute('aria-expanded');
    }).toBe('true');
    await runs().row('Person 1').waitFor();
    await runs().element.locator('.monaco-list').focus();
    await eventually(async () => {
      await press('PageDown');
      return runs().row('Load more').isVisible();
    }).toBe(true);
    expect(await runs().row('Load more').innerText()).toContain(`${CREATED - 200} left`);
    await vscode().screenshots('runs-more');
    await runs().row('Load more').click();
    await eventually(async () => {
      await press('PageDown');
      return runs().row(`P${CREATED}`).isVisible();
    }).toBe(true);
    expect(await runs().row('Load more').count()).toBe(0);
    await press('Home');
    await eventually(async () => {
      if ((await created.getAttribute('aria-expanded')) === 'true') await created.click();
      return created.getAttribute('aria-expanded');
    }).toBe('false');
  });

  it('lead to the cell and back by the keyboard alone', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Inbound Provisioning: Focus on Runs View');
    await press('Home');
    const focused = runs().element.locator('.monaco-list-row.focused');
    await eventually(async () => {
      const text = await focused.innerText();
      if (!text.includes('Ana'))
        await press((await focused.getAttribute('aria-expanded')) === 'false' ? 'ArrowRight' : 'ArrowDown');
      return text;
    }).toContain('Ana Núñez');
    // One action: its menu
    await press('Shift+F10');
    const item = page.locator('.monaco-menu .action-item.focused');
    await page.locator('.monaco-menu .action-item').first().waitFor();
    await eventually(async () => {
      const text = (await item.count()) > 0 ? await item.innerText() : '';
      if (!text.includes('Go to Record in Extract')) await press('ArrowDown');
      return text;
    }).toContain('Go to Record in Extract');
    await press('Enter');
    await page.locator('.tab.active', { hasText: 'many.csv' }).waitFor();
    await eventually(cursor).toMatch(new RegExp(`^Ln ${CREATED + 2}, Col 4`));
    // And one back: to the row in Runs, and to the page of the entry
    await workbench.runCommand('Entra Provisioning: What Happened to This Record');
    await page.locator('.tab.active', { hasText: 'F1 failed.md' }).waitFor();
    await workbench.webview().getByRole('heading', { name: 'Ana Núñez' }).waitFor();
    await eventually(() => selected().innerText()).toContain('Ana Núñez');
    expect(await workbench.webview().getByText('The account was not created.').count()).toBe(1);
    await workbench.idle();
    // The page may take the focus back while it is drawn: then it is asked again
    const goOn = async () => {
      if ((await cursor()) === '') await workbench.runCommand('Entra Provisioning: Go to Record in Extract');
      return cursor();
    };
    await expect.poll(goOn, { timeout: 20_000, interval: 2000 }).toMatch(new RegExp(`^Ln ${CREATED + 2}, Col 4`));
  });

  it('are asked about again, and sent again, from their rows', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await runs().chooseFromMenu('Bo Berg', 'What Would Entra Do Now?');
    await page.locator('.tab.active', { hasText: 'What would Entra do with Bo Berg' }).waitFor();
    await workbench.webview().getByText('refused by the service').first().waitFor();
    await vscode().screenshot('runs-predicted');
    await runs().chooseFromMenu('Bo Berg', 'Send This Person Again');
    expect(await workbench.messages.confirmPlan()).toContain('Send 1 operation');
    await eventually(() => runs().firstAt(2), 60_000).toMatch(/^1 failed/);
    await workbench.messages.dismissNotifications();
    // Beside a text the window is divided in two, and not in three for the next page
    await workbench.openFile('many.csv');
    for (const name of ['Cy Cole', 'Ana Núñez']) {
      await runs().chooseFromMenu(name, 'What Would Entra Do Now?');
      await page.locator('.tab.active', { hasText: `What would Entra do with ${name}` }).waitFor();
      await workbench.webview().getByText('refused by the service').first().waitFor();
    }
    expect(await page.locator('.editor-group-container').count()).toBe(2);
  });

  it('show what another process finds out about a run of this window', async () => {
    const store = openRunStore(vscode().home, { program: 'another window' });
    const [newest] = await store.list();
    const run = await store.open(newest?.id ?? '');
    for await (const { event } of run.events())
      if (event.type === 'reconciled') {
        const at = new Date(Date.parse(event.at) + 60_000).toISOString();
        await run.journal.append({ ...event, entry: guidOf(1), at, outcome: 'created' });
        break;
      }
    await run.close();
    await eventually(() => runs().firstAt(2), 60_000).toMatch(/^1 created/);
    await store.remove(run.id);
    await eventually(() => runs().firstAt(2), 60_000).toContain(`3 failed · ${CREATED} created`);
  });

  it('are there again after a reload of the window: rows, selection and page', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    // What is asked of a tenant is not asked again by a window that is loaded again
    const asked = page.locator('.tab', { hasText: /^(What would Entra do|Check of)/ });
    for (const [open, heading] of [
      [() => runs().chooseFromMenu('Cy Cole', 'What Would Entra Do Now?'), 'What would Entra do?'],
      [() => workbench.runCommand('Entra Provisioning: Check Connection'), 'Sandbox Tenant'],
    ] as const) {
      await open();
      await workbench.webview().getByRole('heading', { name: heading }).first().waitFor({ timeout: 60_000 });
      await workbench.runCommand('View: Keep Editor');
    }
    expect(await asked.count()).toBe(2);
    await runs().row('Cy Cole').click();
    await eventually(() => selected().innerText()).toContain('Cy Cole');
    await explainCy();
    const before = await shownPeople();
    expect(before).toContain('Bo Berg');
    const hashes = readdirSync(join(vscode().home, 'runs')).map((id) => hashBody(`${id}/${CREATED + 3}`).slice(0, 16));
    for (const kept of [new RegExp(`selected.*(${hashes.join('|')})`), /F3 failed\.md/, /Check of/])
      await eventually(() => hasSavedState(page, kept), 60_000).toBe(true);
    await page.reload();
    await eventually(shownPeople, 60_000).toEqual(before);
    await eventually(() => selected().innerText()).toContain('Cy Cole');
    await workbench.idle();
    // The sandbox has gone with the window: what is left of the entry is said, and the log is called what it is
    await workbench.webview().getByRole('heading', { name: 'Cy Cole' }).waitFor();
    await workbench.webview().getByText('not stored on this machine').waitFor();
    await eventually(() => asked.count()).toBe(0);
    await page.locator('.pane-header[aria-label^="Provisioning Log"]').click();
    await log().welcome.getByText('No sandbox tenant runs in this window').waitFor();
    await vscode().screenshots('runs-reloaded');
    // The page still leads to the cell
    await goFromPage(isExtractInFront);
    await eventually(cursor).toMatch(new RegExp(`^Ln ${CREATED + 4}, Col 4`));
  });

  it('are found in their rows where these have moved since, and missed where they are gone', async () => {
    const { workbench, folder } = vscode();
    const [header = '', ...rows] = PEOPLE;
    await workbench.runCommand('View: Close All Editors');
    writeFileSync(join(folder, 'many.csv'), `${[header, 'N1,new,New', ...rows].join('\n')}\n`);
    await workbench.openFile('many.csv');
    await eventually(async () => {
      await workbench.editor.placeCursor(2, 1);
      return (await workbench.editor.lines()).join('\n');
    }).toContain('N1,new,New');
    // One group of editors: a page beside the extract would be another one
    await workbench.runCommand('View: Close All Editors');
    await explainCy();
    await goFromPage(isExtractInFront);
    await eventually(cursor).toMatch(new RegExp(`^Ln ${CREATED + 5}, Col 4`));
    writeFileSync(join(folder, 'many.csv'), `${[header, ...rows.slice(0, -1)].join('\n')}\n`);
    await workbench.openFile('many.csv');
    await eventually(async () => {
      await workbench.editor.placeCursor(2, 1);
      return (await workbench.editor.lines()).join('\n');
    }).not.toContain('N1,new,New');
    await workbench.runCommand('View: Close All Editors');
    await explainCy();
    await goFromPage(() => workbench.messages.notification('no row has the id of this person any more').isVisible());
    await workbench.messages.dismissNotifications();
  });

  it('are found in a run of an extract that is too large for a text', async () => {
    const { workbench, page } = vscode();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Entra Provisioning: What Happened to...');
    await workbench.quickInput.answerUnsent('L37');
    await eventually(
      () => workbench.quickInput.element.locator('.monaco-list-row').first().innerText(),
      60_000,
    ).toContain('Large 37');
    await press('Enter');
    await eventually(() => selected().innerText(), 60_000).toContain('Large 37');
    await page.locator('.tab.active', { hasText: 'L37 created.md' }).waitFor();
    await workbench.webview().getByRole('heading', { name: 'Large 37' }).waitFor();
    await workbench.runCommand('Entra Provisioning: Go to Record in Extract');
    await page.locator('.tab.active', { hasText: 'large.csv' }).waitFor();
    await eventually(() => workbench.webview().locator('.row[aria-selected=true] .id').allInnerTexts(), 60_000).toEqual(
      ['L37'],
    );
    await workbench.runCommand('Entra Provisioning: What Happened to...');
    // What the list of another text showed does not stay
    await workbench.quickInput.answerUnsent('Nobody of that name');
    await eventually(async () => (await workbench.quickInput.entries()).join('; '), 60_000).toMatch(
      /^\s*Nobody in the last runs has this name or id$/,
    );
    await page.keyboard.press('Escape');
  });

  it('are from elsewhere in the log once no run of this machine has them', async () => {
    const { workbench, page, folder } = vscode();
    await workbench.runCommand('View: Close All Editors');
    writeFileSync(join(folder, 'many.csv'), `${PEOPLE.slice(0, -1).join('\n')}\n`);
    await workbench.openFile('many.csv');
    await workbench.runCommand('Entra Provisioning: Send Extract');
    await workbench.messages.confirmPlan();
    await workbench.runCommand('Inbound Provisioning: Focus on Runs View');
    await eventually(async () => {
      await press('Home');
      return runs().firstAt(2);
    }, 60_000).toMatch(new RegExp(`2 failed · ${CREATED} (created|unchanged)`));
    await workbench.messages.dismissNotifications();
    // The log of the sandbox is read by itself, and again with what has come
    await eventually(async () => (await log().rows()).length, 60_000).toBeGreaterThan(0);
    const cycle = log().element.locator('.monaco-list-row').first();
    const entry = log().element.locator('.monaco-list-row[aria-level="2"]').first();
    await eventually(async () => {
      if ((await cycle.getAttribute('aria-expanded')) === 'false') await cycle.click();
      return entry.count();
    }).toBe(1);
    await eventually(() => entry.innerText()).toContain('many.csv');
    // Any other run of the same people has the entries then, such as that of a first try
    await eventually(async () => {
      if ((await entry.innerText()).includes('from elsewhere')) return true;
      await runs().chooseFromMenu('many.csv', 'Remove Run');
      await workbench.messages.answerDialog('Remove');
      return false;
    }, 60_000).toBe(true);
    await page.mouse.move(0, 0);
    for (const width of [290, 450]) {
      await workbench.setSideBarWidth(width);
      await vscode().screenshots(`log-${width}`);
    }
  });
});
