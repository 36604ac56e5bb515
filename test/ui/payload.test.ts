import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

const data = (path: string) => readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8');

const published = data('csv2scim/postman-bulk-request.json');

/** A request as long as nobody may send it. */
function request(operations: number): string {
  const people = Array.from({ length: operations }, (_, index) => ({
    method: 'POST',
    bulkId: String(index + 1),
    path: '/Users',
    data: {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      externalId: String(1000 + index),
      userName: `person${index}@contoso.com`,
      displayName: `Person ${index}`,
      active: true,
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Sales' },
    },
  }));
  const whole = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: people,
    failOnErrors: null,
  };
  return JSON.stringify(whole, null, 2);
}

describe('a payload', () => {
  const vscode = vscodeForTests();

  beforeAll(() => {
    const { folder } = vscode();
    writeFileSync(join(folder, 'long.json'), request(120));
    writeFileSync(join(folder, 'schema.json'), data('syncSchema/api2aad-default.json'));
  });

  it('pasted into a document without a name is known by what is in it', async () => {
    const { workbench, page } = vscode();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.runCommand('Change Language Mode');
    await workbench.quickInput.answerUnsent('JSON');
    await workbench.quickInput.pick('JSON');
    await page.evaluate((text) => navigator.clipboard.writeText(text), published);
    await workbench.editor.element.first().locator('.view-lines').click();
    await page.keyboard.press('Control+V');
    await eventually(() => workbench.problems()).toContainEqual(expect.stringContaining('payload.'));
    await workbench.editor.placeCursor(1, 1);
    await workbench.editor.text('What would Entra do?').waitFor();
    await workbench.idle();
    await vscode().screenshots('payload');
  });

  it('completes the members of a phone number', async () => {
    const { workbench, page } = vscode();
    await page.keyboard.press('Control+J');
    const line = published.split('\n').findIndex((text) => text.includes('"555-555-5555"')) + 2;
    await workbench.editor.placeCursor(line, 1);
    await page.keyboard.press('End');
    await workbench.editor.type(',');
    await page.keyboard.press('Enter');
    await workbench.editor.type('"');
    await eventually(() => workbench.editor.suggestions()).toContain('primary');
    await vscode().screenshots('payload-completion');
    await page.keyboard.press('Enter');
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('"primary": true');
    await eventually(() => workbench.problems()).not.toContainEqual(expect.stringContaining('json.syntax'));
    await page.keyboard.press('Control+J');
  });

  it('explains what an attribute becomes', async () => {
    const { workbench, page } = vscode();
    await workbench.editor.placeCursor(1, 1);
    const hover = await workbench.editor.hover('"externalId"');
    await eventually(() => hover.innerText()).toContain('employeeId');
    await vscode().screenshots('payload-hover');
    await page.keyboard.press('Escape');
  });

  it('tells what Entra would do, without sending anything', async () => {
    const { workbench } = vscode();
    await workbench.editor.pressLens('What would Entra do?');
    const page = workbench.webview();
    await page.getByRole('heading', { name: 'What would Entra do?' }).waitFor();
    await eventually(() => page.locator('body').innerText()).toContain('created');
    await workbench.idle();
    await vscode().screenshots('payload-predicted');
    await workbench.tab('Untitled-1').click();
  });

  it('is copied with a notification that the editor does not cut off', async () => {
    const { workbench } = vscode();
    await workbench.editor.pressLens('Copy as curl');
    await workbench.quickInput.pick('curl');
    const message = workbench.messages.notification('Copied as curl').locator('.notification-list-item-message');
    await message.waitFor();
    expect(await message.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await workbench.messages.answerNotification('Copied as curl', 'OK');
  });

  it('that is too long is split into requests that may be sent', async () => {
    const { workbench } = vscode();
    await workbench.openFile('long.json');
    await eventually(() => workbench.problems()).toContainEqual(expect.stringContaining('payload.too-many-operations'));
    await workbench.tab('long.json').click();
    await workbench.editor.placeCursor(5, 4);
    const fixes = await workbench.editor.quickFixes();
    expect(fixes).toContainEqual(expect.stringContaining('Split into requests of 50'));
    await vscode().screenshots('payload-split');
    await workbench.editor.applyQuickFix('Split into requests of 50');
    await workbench.tab('Untitled-4').waitFor();
    await workbench.idle();
    await vscode().screenshots('payload-parts');
  });

  it('the schema of a job: its expressions are coloured, completed and explained', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('schema.json');
    const line = data('syncSchema/api2aad-default.json')
      .split('\n')
      .findIndex((text) => text.includes('"expression": "Switch('));
    await workbench.editor.placeCursor(line + 1, 1);
    const hover = await workbench.editor.hover('Switch');
    await eventually(() => hover.innerText()).toContain('Switch(');
    await page.keyboard.press('Escape');
    await workbench.idle();
    await vscode().screenshots('job-schema');
  });
});
