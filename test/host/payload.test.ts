import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { confirmEveryPlan } from './dialogs';
import { codeOf, when } from './support';

const { executeCommand } = vscode.commands;

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function request(operations: number): string {
  const people = Array.from({ length: operations }, (_, index) => ({
    method: 'POST',
    bulkId: String(index),
    path: '/Users',
    data: {
      schemas: [CORE, ENTERPRISE],
      externalId: String(index),
      userName: `person${index}@contoso.com`,
      displayName: `Person ${index}`,
      active: true,
      [ENTERPRISE]: { department: 'Sales' },
    },
  }));
  const whole = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: people,
    failOnErrors: null,
  };
  return JSON.stringify(whole, null, 2);
}

/** Waits for the problems of a document to be what is looked for. */
function codesOf(uri: vscode.Uri, isThere: (codes: readonly string[]) => boolean): Promise<readonly string[]> {
  return when(vscode.languages.onDidChangeDiagnostics, () => {
    const codes = vscode.languages.getDiagnostics(uri).map(codeOf);
    return isThere(codes) ? codes : undefined;
  });
}

describe('payloads and schemas of jobs', () => {
  confirmEveryPlan();
  afterEach(async () => {
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('a document without a name is known by what is typed, and forgotten when it becomes something else', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{ "name": "a recipe" }' });
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    edit.replace(document.uri, whole, request(2).replace('"active": true', '"active": "true"'));
    await vscode.workspace.applyEdit(edit);
    await codesOf(document.uri, (codes) => codes.includes('payload.wrong-type'));
    const back = new vscode.WorkspaceEdit();
    back.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '{ "name": "a recipe" }');
    await vscode.workspace.applyEdit(back);
    await codesOf(document.uri, (codes) => codes.length === 0);
  });

  it('a document without a name has no problems left after it was closed without saving', async () => {
    const content = request(2).replace('"active": true', '"active": "true"');
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await vscode.window.showTextDocument(document);
    await codesOf(document.uri, (codes) => codes.includes('payload.wrong-type'));
    await executeCommand('workbench.action.revertAndCloseActiveEditor');
    await codesOf(document.uri, (codes) => codes.length === 0);
  });

  it('a syntax error that the editor shows is not shown twice, and our fix is offered for it', async () => {
    const content = request(1).replace('"failOnErrors": null', '"failOnErrors": null,');
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await vscode.window.showTextDocument(document);
    const [found] = await when(vscode.languages.onDidChangeDiagnostics, () => {
      const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'json');
      return all.length > 0 ? all : undefined;
    });
    assert.ok(found);
    // Ours of an operation and of the request stay
    await codesOf(document.uri, (codes) => !codes.includes('json.syntax'));
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(({ title }) => title === 'Remove ,');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(fix.edit);
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(request(1)));
  });

  it('a quick fix repairs a type, and the outline has the people', async () => {
    const content = request(2).replace('"active": true', '"active": "true"');
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await codesOf(document.uri, (codes) => codes.includes('payload.wrong-type'));
    const [problem] = vscode.languages
      .getDiagnostics(document.uri)
      .filter((one) => codeOf(one) === 'payload.wrong-type');
    assert.ok(problem !== undefined);
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit !== undefined, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    await codesOf(document.uri, (codes) => !codes.includes('payload.wrong-type'));
    assert.ok(document.getText().includes('"active": true'));
    const symbols = await executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(
      symbols.some(({ name }) => name === 'Person 1'),
      symbols.map(({ name }) => name).join(', '),
    );
  });

  it('a request is copied as a command without a token, and split into three', async () => {
    const long = await vscode.workspace.openTextDocument({ language: 'json', content: request(120) });
    await codesOf(long.uri, (codes) => codes.includes('payload.too-many-operations'));
    const before = new Set(vscode.workspace.textDocuments);
    assert.equal(await executeCommand('entraInbound.payload.split', long.uri), 3);
    const parts = vscode.workspace.textDocuments.filter(
      (document) => !before.has(document) && document.getText().includes('BulkRequest'),
    );
    assert.equal(parts.length, 3);
    await executeCommand('entraInbound.payload.copyAs', parts[0]?.uri, 'curl');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^# TOKEN is /);
    assert.match(copied, /^curl/m);
    assert.match(copied, /application\/scim\+json/);
    assert.match(copied, /\$TOKEN/);
  });

  it('a payload goes to the sandbox tenant as it is, and its operations are followed', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: request(3) });
    await codesOf(document.uri, () => true);
    await executeCommand('entraInbound.sandbox.start');
    await executeCommand('entraInbound.sandbox.reset', { ask: false });
    const account = await executeCommand<string>('entraInbound.payload.send', document.uri);
    assert.match(account, /3 created/);
  });

  it('the schema of a job: a wrong expression is marked inside its string', async () => {
    const content = JSON.stringify({
      synchronizationRules: [
        {
          name: 'r',
          sourceDirectoryName: 'API',
          targetDirectoryName: 'Entra',
          objectMappings: [
            {
              sourceObjectName: 'User',
              targetObjectName: 'User',
              attributeMappings: [
                {
                  targetAttributeName: 'employeeId',
                  matchingPriority: 1,
                  source: { type: 'Attribute', name: 'externalId', expression: '[externalId]' },
                },
                {
                  targetAttributeName: 'displayName',
                  source: { type: 'Function', name: 'Jion', expression: 'Jion(" ", [externalId])' },
                },
              ],
            },
          ],
        },
      ],
      directories: [],
    });
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    await codesOf(document.uri, (codes) => codes.includes('expression.unknown-function'));
    const [problem] = vscode.languages
      .getDiagnostics(document.uri)
      .filter((one) => codeOf(one) === 'expression.unknown-function');
    assert.equal(problem === undefined ? '' : document.getText(problem.range), 'Jion');
  });
});
