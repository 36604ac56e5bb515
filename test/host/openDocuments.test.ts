import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Documents } from '../../src/host/documents/createDocuments';
import { createDocuments } from '../../src/host/documents/createDocuments';
import type { DocumentChange } from '../../src/host/documents/openDocuments';
import { ConversionClient } from '../../src/host/extracts/conversionClient';
import { SettingsStore } from '../../src/host/settings';
import { extension, when } from './support';

const MAPPING = 'externalId = [Id]\nuserName = [User]\nactive = "True"\n';
const CONTOSO = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const RECIPE = '{ "name": "a recipe" }';

/** Picks of extracts that are forgotten with the test. */
function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <Value>(key: string, fallback?: Value) => (kept.has(key) ? (kept.get(key) as Value) : fallback),
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
}

describe('the registry of open documents', () => {
  let registry: Documents;
  let changes: DocumentChange[];
  const disposables: { dispose(): unknown }[] = [];

  beforeEach(() => {
    const output = vscode.window.createOutputChannel('Test of open documents', { log: true });
    const conversions = new ConversionClient(join(extension().extensionPath, 'dist', 'worker.js'), output);
    const settings = new SettingsStore();
    registry = createDocuments({ output, conversions, settings, state: memory() });
    changes = [];
    const { documents, mappings, follow } = registry;
    disposables.push(documents.onDidChange((change) => changes.push(change)));
    disposables.push(follow(), mappings, documents, conversions, settings, output);
  });
  afterEach(async () => {
    disposables.splice(0).forEach((one) => void one.dispose());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Their languages are loaded with the first of them. */
  const open = async (language: string, content: string) => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await registry.documents.settle(document);
    return document;
  };

  const replaceAll = async (document: vscode.TextDocument, text: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await registry.documents.settle(document);
  };

  /** What was said of a document so far, but for what became known of its extract. */
  const saidOf = (document: vscode.TextDocument) =>
    changes
      .filter((change) => change.document === document && change.what !== 'knowledge')
      .map(({ kind, what }) => `${kind} ${what}`);

  it('says when the text of a mapping has changed, and answers for the new text at once', async () => {
    const { documents } = registry;
    const document = await open('scimmap', MAPPING);
    assert.deepEqual(saidOf(document), ['mapping opened']);
    assert.deepEqual(documents.answers(document)?.diagnose(), []);
    await replaceAll(document, `${MAPPING}titl = [T]\n`);
    assert.deepEqual(saidOf(document), ['mapping opened', 'mapping text']);
    const found = documents.answers(document)?.diagnose() ?? [];
    assert.deepEqual(
      found.map(({ code }) => code),
      ['mapping.unknown-attribute'],
    );
  });

  it('knows JSON by what is in it, once for each change, and lets it go when it is something else', async () => {
    const { documents } = registry;
    const document = await open('json', RECIPE);
    assert.equal(documents.kind(document), undefined);
    await replaceAll(document, `{ "schemas": ["${CORE}"], "userName": "a" }`);
    assert.equal(documents.kind(document), 'user');
    await replaceAll(document, `{ "schemas": ["${CORE}"], "userName": "b" }`);
    await replaceAll(document, '{ "synchronizationRules": [] }');
    assert.equal(documents.answers(document)?.kind, 'jobSchema');
    await replaceAll(document, RECIPE);
    assert.equal(documents.answers(document), undefined);
    assert.deepEqual(saidOf(document), [
      'user opened',
      'user text',
      'user closed',
      'jobSchema opened',
      'jobSchema closed',
    ]);
    assert.ok(!documents.all.includes(document));
  });

  it('follows the language of a document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: MAPPING });
    const mapping = await vscode.languages.setTextDocumentLanguage(document, 'scimmap');
    await registry.documents.settle(mapping);
    assert.equal(registry.documents.kind(mapping), 'mapping');
    await vscode.languages.setTextDocumentLanguage(mapping, 'plaintext');
    assert.deepEqual(saidOf(mapping), ['mapping opened', 'mapping closed']);
  });

  it('reads payloads by the custom schemas that mappings show, and again when those change', async () => {
    const { documents } = registry;
    const user = { schemas: [CORE, CONTOSO], userName: 'a', [CONTOSO]: { badge: 5 } };
    const payload = await open('json', JSON.stringify(user));
    const wrongTypes = () =>
      documents
        .answers(payload)
        ?.diagnose()
        .filter(({ code }) => code === 'payload.wrong-type').length;
    assert.equal(wrongTypes(), 0);
    const content = `${MAPPING}\nschema ${CONTOSO} {\n  badge = [Badge]\n}\n`;
    const mapping = await open('scimmap', content);
    await when(documents.onDidChange, () => (wrongTypes() === 1 ? true : undefined));
    await replaceAll(mapping, content.replace('badge', 'gate'));
    await when(documents.onDidChange, () => (wrongTypes() === 0 ? true : undefined));
  });
});
