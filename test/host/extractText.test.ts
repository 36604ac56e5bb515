import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, sample as workspaceFile, when } from './support';

const MAPPING = `source csv {
  files = "staff.csv"
}

externalId  = [Id]
userName    = Join("@", [Id], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "L", "False")
title       = [Title]
`;

/** A byte order mark, CR LF, a quoted line break before what is wrong, and a cell with a blank that nobody sees. */
const EXTRACT =
  '\uFEFFId;Name;Status;Title\r\n1;"Ada\r\nthe first";A;Clerk\r\n2;Ben;Gone;Smith\r\n3 ;Cy;L;\r\n4;Di\r\n';

/** In a folder of its own: the sample's mapping names every CSV beside it. */
function sample(name: string): vscode.Uri {
  return workspaceFile(`texts/${name}`);
}

function write(name: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(sample(name), new TextEncoder().encode(text));
}

/** The text as it was, whether the window saves by itself or not. */
async function restore(name: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sample(name));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function problemsOf(uri: vscode.Uri): readonly (readonly [code: string, place: string])[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'entra-inbound')
    .map((one) => {
      const { start, end } = one.range;
      return [codeOf(one), `${start.line + 1}:${start.character + 1}-${end.character + 1}`] as const;
    });
}

/** Resolves once a text has these problems, and no others. */
function untilProblems(uri: vscode.Uri, codes: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const wanted = codes.toSorted().join();
  return when(vscode.languages.onDidChangeDiagnostics, () => {
    const found = problemsOf(uri);
    return found
      .map(([code]) => code)
      .toSorted()
      .join() === wanted
      ? found
      : undefined;
  });
}

async function fixesAt(uri: vscode.Uri, code: string): Promise<readonly vscode.CodeAction[]> {
  const found = vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === code);
  assert.ok(found, `no problem ${code}`);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, found.range);
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.edit, `${title} is not among ${actions.map((one) => one.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** The parts of the hover at a place of an extract, ours alone. */
async function hoverAt(uri: vscode.Uri, line: number, character: number): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new vscode.Position(line - 1, character - 1),
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')),
  );
}

const WRONG = ['value.status.undecided', 'csv.row.field-count', 'value.user-name.characters', 'value.hidden-char'];

describe('the text of an extract', () => {
  const extract = () => sample('staff.csv');

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('staff.scimmap', MAPPING);
    await write('staff.csv', EXTRACT);
    await vscode.window.showTextDocument(extract());
  });
  afterEach(async () => {
    await restore('staff.csv', EXTRACT.slice(1));
    await restore('staff.scimmap', MAPPING);
    await vscode.window.showTextDocument(extract());
  });
  after(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workspaceFile('texts'), { recursive: true });
  });

  it('shows what is wrong at the cells themselves, without its mapping being open', async () => {
    const found = new Map(await untilProblems(extract(), WRONG));
    assert.equal(found.get('value.status.undecided'), '4:7-11');
    assert.equal(found.get('csv.row.field-count'), '6:1-5');
    assert.equal(found.get('value.hidden-char'), '5:1-3');
    const status = vscode.languages.getDiagnostics(extract()).find((one) => codeOf(one) === 'value.status.undecided');
    assert.equal(typeof status?.code === 'object' ? status.code.target.scheme : '', 'entra-inbound-problem');
    assert.equal(
      vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith('staff.scimmap')),
      false,
    );
  });

  it('has its cells mended in the mapping, and the mark goes', async () => {
    await untilProblems(extract(), WRONG);
    await apply(await fixesAt(extract(), 'value.status.undecided'), 'Treat "Gone" as enabled');
    await untilProblems(extract(), WRONG.slice(1));
    const mapping = await vscode.workspace.openTextDocument(sample('staff.scimmap'));
    assert.match(mapping.getText(), /"Gone", "True"/);
  });

  it('has its cells mended in place, and follows what is typed', async () => {
    await untilProblems(extract(), WRONG);
    const fixes = await fixesAt(extract(), 'value.hidden-char');
    await apply(fixes, 'Trim spaces in this cell');
    await untilProblems(extract(), WRONG.slice(0, 2));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(extract(), new vscode.Position(5, 4), ';A;');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilProblems(extract(), WRONG.slice(0, 1));
  });

  it('names a column that the mapping misses at the header', async () => {
    await untilProblems(extract(), WRONG);
    const mapping = await vscode.workspace.openTextDocument(sample('staff.scimmap'));
    const edit = new vscode.WorkspaceEdit();
    const at = mapping.positionAt(mapping.getText().indexOf('[Title]') + 1);
    edit.replace(mapping.uri, new vscode.Range(at, at.translate(0, 5)), 'Titel');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const found = new Map(await untilProblems(extract(), [...WRONG, 'mapping.unknown-column']));
    assert.equal(found.get('mapping.unknown-column'), '1:16-21');
    await apply(await fixesAt(extract(), 'mapping.unknown-column'), 'Change to [Title]');
    await untilProblems(extract(), WRONG);
  });

  it('is left alone where no mapping is certain', async () => {
    await write('other.csv', 'Date;Amount\n2026-01-01;12\n');
    await vscode.window.showTextDocument(sample('other.csv'));
    await vscode.window.showTextDocument(extract());
    await untilProblems(extract(), WRONG);
    assert.deepEqual(problemsOf(sample('other.csv')), []);
    // Two mappings name it by now
    await write('twice.scimmap', MAPPING);
    await untilProblems(extract(), []);
    await vscode.workspace.fs.delete(sample('twice.scimmap'));
    await untilProblems(extract(), WRONG);
  });

  it('says at a cell what it is, what it becomes and what its column holds', async () => {
    await untilProblems(extract(), WRONG);
    const [status = ''] = await hoverAt(extract(), 4, 8);
    assert.match(status, /\*\*`\[Status\]`\*\* column 3 of 4/);
    assert.match(status, /`active` = `Switch\(\[Status\]/);
    assert.match(status, /this record is not sent/);
    assert.match(status, /filled in 3 of 3 records/);
    const [title = ''] = await hoverAt(extract(), 1, 17);
    assert.match(title, /\*\*`\[Title\]`\*\* column 4 of 4/);
    assert.doesNotMatch(title, /→/);
    // The second line of a quoted cell belongs to it
    const [name = ''] = await hoverAt(extract(), 3, 3);
    assert.match(name, /\*\*`\[Name\]`\*\* column 2 of 4[^]*`displayName` → `"Ada/);
  });

  it('has hovers in any language that another extension gives it', async () => {
    const document = await vscode.workspace.openTextDocument(extract());
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await untilProblems(extract(), WRONG);
    assert.match((await hoverAt(extract(), 4, 8))[0] ?? '', /column 3 of 4/);
    await vscode.languages.setTextDocumentLanguage(document, 'csv');
  });

  it('loses its marks when it is closed', async () => {
    const uri = sample('leavers.csv');
    await write('leavers.scimmap', MAPPING.replace('staff.csv', 'leavers.csv'));
    await write('leavers.csv', EXTRACT);
    // As a user opens it: what an extension opens stays open for minutes
    await vscode.commands.executeCommand('vscode.open', uri);
    await untilProblems(uri, WRONG);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilProblems(uri, []);
  });
});
