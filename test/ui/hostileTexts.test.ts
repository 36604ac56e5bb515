import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

/** What the command would do is seen at once: the side bar is gone. */
const LINK = '[Show](command:workbench.action.closeSidebar)';

const PAYLOAD = `{ "schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
  "Operations": [{ "method": "POST", "bulkId": "1", "path": "/Users", "data": {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
    "${LINK}": 1, "${LINK}": 2, "externalId": "1", "userName": "a@b.c", "active": true } }] }
`;

describe('files that a stranger has filled, in a workspace that is not trusted', () => {
  const vscode = vscodeForTests({ trusted: false });
  /** Any connection counts: the browser would ask for a picture over TLS, which this does not speak. */
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const picture = `\\|![p](https://127.0.0.1:${port}/p.png)`;
    const { folder } = vscode();
    writeFileSync(join(folder, 'headers.csv'), `Id,${LINK},${LINK}\n1,a,b\n`);
    writeFileSync(join(folder, 'keys.json'), PAYLOAD);
    writeFileSync(join(folder, 'cells.csv'), `Id,Note\n1,${picture}\n2,${picture}\n`);
    writeFileSync(
      join(folder, 'cells.scimmap'),
      'source csv { files = "cells.csv" }\nexternalId = [Id]\ntitle = [Note]\n',
    );
  });

  afterAll(() => {
    server.close();
  });

  /** The links of a notification, and its text. */
  async function notification(text: string) {
    const shown = vscode().workbench.messages.notification(text);
    await shown.waitFor();
    const message = shown.locator('.notification-list-item-message');
    return { links: await message.locator('a').count(), text: await message.innerText() };
  }

  it('make no link of a header in a notification, whose button leads to the details', async () => {
    const { workbench } = vscode();
    await workbench.openFile('headers.csv');
    await workbench.editor.pressLens('New Mapping');
    const shown = await notification('headers.csv cannot be read');
    expect(shown).toEqual({ links: 0, text: 'headers.csv cannot be read.' });
    await workbench.messages.answerNotification('headers.csv cannot be read', 'Show Details');
    await workbench.tab('Problems of headers.csv').waitFor();
    await eventually(async () => (await workbench.editor.lines()).join('\n')).toContain('One problem in headers.csv');
    await workbench.messages.dismissNotifications();
  });

  it('make no link of a key of JSON in a notification', async () => {
    const { workbench } = vscode();
    await workbench.openFile('keys.json');
    await workbench.editor.pressLens('Copy as curl');
    const shown = await notification('keys.json has an error');
    expect(shown).toEqual({ links: 0, text: 'Nothing was sent: keys.json has an error.' });
    await workbench.messages.dismissNotifications();
  });

  it('make no picture of a cell in a hover, and ask nobody for one', async () => {
    const { workbench } = vscode();
    await workbench.openFile('cells.scimmap');
    await workbench.editor.text('Check all 2 records').waitFor();
    const hover = await workbench.editor.hover('Note');
    await eventually(() => hover.innerText()).toContain('p.png');
    expect(await hover.locator('img').count()).toBe(0);
    expect(await hover.locator('a[data-href^="http"]').count()).toBe(0);
    expect(connections).toBe(0);
  });

  it('have run no command', async () => {
    const { page } = vscode();
    expect(await page.locator('.part.sidebar').isVisible()).toBe(true);
    expect(connections).toBe(0);
  });
});
