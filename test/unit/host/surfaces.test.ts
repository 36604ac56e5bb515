import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../../src', import.meta.url));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(source, path).split(sep).join('/'), text: codeOf(readFileSync(path, 'utf8')) }));

/** Without comments, and without what other modules are called here. */
function codeOf(text: string): string {
  return text.replace(/^\s*(?:\/\/|\/\*|\*).*$|^import .*$/gm, '');
}

/** The files in which something is written. */
function filesWith(pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) => (pattern.test(text) ? [path] : [])).sort();
}

/**
 * All that an editor draws outside of documents, by how it is made, and who makes it. Each is fed every hostile text: by the
 * tests of `say`, `plainText`, rows and answers in this project, and in VS Code by `test/host/hostileFiles.test.ts`. A new
 * line here needs a place in one of these.
 */
const SURFACES: readonly (readonly [made: RegExp, by: readonly string[]])[] = [
  [/show(?:Error|Warning|Information)Message/, ['host/messages/notices.ts']],
  [/withProgress/, ['host/messages/notices.ts']],
  [
    /\.(?:show|create)QuickPick\b|\.(?:show|create)InputBox\b/,
    ['host/messages/askStep.ts', 'host/messages/questions.ts'],
  ],
  [
    /\.createStatusBarItem\(|\.setStatusBarMessage\(|createLanguageStatusItem/,
    ['host/views/columnStatus.ts', 'host/views/connectionStatus.ts', 'host/views/runStatus.ts'],
  ],
  [/\.createWebviewPanel\(/, ['host/preview/previewPage.ts']],
  [/\.createOutputChannel\(|\.createTerminal\(/, ['host/services.ts']],
  // A background colour of cells, without text
  [
    /\.createTextEditorDecorationType\(|\.createCommentController\(|registerFileDecorationProvider/,
    ['host/showText.ts'],
  ],
  [/new TreeItem\(/, ['host/views/treeItem.ts']],
  [/new CodeLens\(/, ['host/language/lenses/lens.ts']],
  [/new MarkdownString\(/, ['host/language/protocol.ts']],
  [
    /new (?:Hover|CompletionItem|InlayHint|SignatureInformation|DocumentSymbol|Diagnostic)\(/,
    ['host/language/protocol.ts'],
  ],
  [/new DocumentLink\(/, ['host/language/linkTo.ts']],
  [
    /registerTextDocumentContentProvider\(/,
    [
      'host/documents/pages/connectionPages.ts',
      'host/documents/pages/entryDocuments.ts',
      'host/documents/pages/fileProblemDocuments.ts',
      'host/documents/pages/operationDocuments.ts',
      'host/documents/pages/planPages.ts',
      'host/documents/pages/predictionPages.ts',
      'host/documents/pages/problemPage.ts',
      'host/documents/pages/requestDocuments.ts',
    ],
  ],
  [/kind: 'markdown'/, ['language/shared/markdown.ts']],
  // Tables of ours are taken for Markdown in these files alone
  [
    /(?<!await |function )\bours\(/,
    [
      'language/jobSchema/hoverJobSchema.ts',
      'language/jobSchema/jobOffers.ts',
      'language/mapping/completion/decorators.ts',
      'language/mapping/completion/documentation.ts',
      'language/mapping/completion/filterTerms.ts',
      'language/mapping/completion/flowWords.ts',
      'language/mapping/completion/parameterValues.ts',
      'language/mapping/completion/settings.ts',
      'language/mapping/completion/statements.ts',
      'language/mapping/hover/attributeText.ts',
      'language/mapping/hover/columnFigures.ts',
      'language/mapping/hover/describeExpression.ts',
      'language/mapping/hover/describeFunction.ts',
      'language/mapping/hover/describeWord.ts',
      'language/mapping/signatureHelp.ts',
      'language/payload/describePredictions.ts',
      'language/payload/hover/hoverPayload.ts',
    ],
  ],
  [
    /as (?:Markdown|PlainText|Said)\b/,
    ['core/text/plainText.ts', 'host/messages/say.ts', 'language/shared/markdown.ts'],
  ],
];

describe('what an editor shows', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(500);
  });

  it.each(SURFACES)('%s is made in its own place alone', (made, by) => {
    expect(filesWith(made)).toEqual([...by].sort());
  });
});
