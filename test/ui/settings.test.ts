import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually';
import type { VscodeOptions } from './support/openVscode';
import { vscodeForTests } from './support/vscodeForTests';

const LIMIT = 20;
const extract = (records: number) =>
  `Id,User,Spare\n${Array.from({ length: records }, (_, index) => `${index},u${index},x\n`).join('')}`;
const mappingOf = (file: string) => `source csv { files = "${file}" }
externalId = [Id]
userName   = Join("@", [User], "contoso.com")
active     = "True"
`;
const OF_THE_USER = {
  'entraInbound.extract.maxRecords': LIMIT,
  'entraInbound.problems.levels': { 'mapping.attribute-case': 'off' },
};
/** Lifts the limits, mutes one problem and raises another. */
const OF_THE_WORKSPACE = {
  'entraInbound.extract.maxRecords': 5_000_000,
  'entraInbound.extract.maxBytes': 2 ** 40,
  'entraInbound.mapping.examinedRecords': 1,
  'entraInbound.mapping.recordValues': 'off',
  'entraInbound.sandbox.idleStop': 0,
  'entraInbound.problems.levels': { 'mapping.unused-column': 'off', 'mapping.attribute-case': 'warning' },
};

const scratch = mkdtempSync(join(tmpdir(), 'entra-inbound-settings-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A workspace of one folder, or of one of several; both bring settings. */
function hostileWorkspace(name: string, workspaceFile: string | undefined): string {
  const folder = join(scratch, name);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, 'many.csv'), extract(LIMIT + 1));
  writeFileSync(join(folder, 'many.scimmap'), mappingOf('many.csv'));
  writeFileSync(join(folder, 'few.csv'), extract(2));
  writeFileSync(join(folder, 'few.scimmap'), `${mappingOf('few.csv')}displayname = [User]\n`);
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(OF_THE_WORKSPACE));
  if (workspaceFile !== undefined)
    writeFileSync(
      join(folder, workspaceFile),
      JSON.stringify({ folders: [{ path: '.' }], settings: OF_THE_WORKSPACE }),
    );
  return folder;
}

const CASES: readonly Pick<VscodeOptions, 'trusted' | 'workspaceFile'>[] = [
  { trusted: false },
  { trusted: true },
  { trusted: false, workspaceFile: 'all.code-workspace' },
  { trusted: true, workspaceFile: 'all.code-workspace' },
];

describe.each(CASES)('the settings of a workspace, %o', ({ trusted = false, workspaceFile }) => {
  const workspace = hostileWorkspace(`${String(trusted)}-${workspaceFile ?? 'folder'}`, workspaceFile);
  const vscode = vscodeForTests({
    settings: OF_THE_USER,
    workspace,
    trusted,
    ...(workspaceFile !== undefined && { workspaceFile }),
  });
  const problems = async () => (await vscode().workbench.problems()).join('\n');

  it('lift no limit', async () => {
    const { workbench, page } = vscode();
    if (!trusted) await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('many.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    await workbench.webview().getByText(`more than ${LIMIT} records, which is the limit`).first().waitFor();
  });

  it('mute no problem', async () => {
    await vscode().workbench.openFile('few.scimmap');
    await eventually(problems).toContain('The mapping does not use 1 of 3 columns');
  });

  it(trusted ? 'make problems matter more' : 'change nothing that the user has set', async () => {
    const about = 'RFC 7643 spells it "displayName"';
    if (trusted) await eventually(problems).toContain(about);
    else expect(await problems()).not.toContain(about);
  });

  it(trusted ? 'hide the values of the record' : 'hide no value that the user wants to see', async () => {
    const lines = async () => (await vscode().workbench.editor.lines()).join('\n');
    if (trusted) expect(await lines()).not.toContain('->');
    else await eventually(lines).toContain('-> "u0@contoso.com"');
  });
});
