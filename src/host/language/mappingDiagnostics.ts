import type { TextDocument, Uri } from 'vscode';
import { Diagnostic, DiagnosticSeverity, Disposable, languages, Range, workspace } from 'vscode';
import { diagnoseMapping } from '../../language/diagnoseMapping';
import { mappingLanguageId } from '../contributions';
import { extractBytes } from '../extractFile';
import { extractsOf } from '../findMapping';
import { latest } from '../latest';
import type { Services } from '../services';

type ProtocolDiagnostic = ReturnType<typeof diagnoseMapping>[number];

/** Shows the problems of every mapping that is open, and knows the columns of its extract when there is one. */
export function registerMappingDiagnostics(services: Services): Disposable {
  const collection = languages.createDiagnosticCollection(mappingLanguageId);
  const columns = new Map<string, readonly string[] | undefined>();
  const waiting = new Set<TextDocument>();
  const show = (document: TextDocument) => {
    const known = columns.get(document.uri.toString());
    const found = diagnoseMapping(document.getText(), known === undefined ? {} : { columns: known });
    collection.set(document.uri, found.map(toDiagnostic));
  };
  const typed = latest(200, () => {
    for (const document of waiting) if (!document.isClosed) show(document);
    waiting.clear();
  });
  const learn = async (document: TextDocument) => {
    columns.set(document.uri.toString(), await columnsOf(document, services));
    if (!document.isClosed) show(document);
  };
  const opened = (document: TextDocument) => {
    if (document.languageId !== mappingLanguageId) return;
    show(document);
    void learn(document);
  };
  workspace.textDocuments.forEach(opened);
  return Disposable.from(
    collection,
    typed,
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidSaveTextDocument((saved) => {
      // Another extract may be named now, or the extract's header may have changed
      if (saved.languageId === mappingLanguageId) void learn(saved);
      else if (/\.(csv|tsv|txt)$/i.test(saved.uri.path)) workspace.textDocuments.forEach(opened);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== mappingLanguageId) return;
      waiting.add(document);
      typed.call();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      collection.delete(uri);
      columns.delete(uri.toString());
    }),
  );
}

/** The columns of the first extract that the mapping names; `undefined` when there is none, or none that can be read. */
async function columnsOf(
  document: TextDocument,
  { conversions, output }: Services,
): Promise<readonly string[] | undefined> {
  const mapping = document.getText();
  let extract: Uri | undefined;
  try {
    [extract] = await extractsOf(document.uri, mapping);
    return extract === undefined
      ? undefined
      : await conversions.ask('header', { bytes: await extractBytes(extract), mapping });
  } catch (error) {
    // Without its columns the mapping is checked all the same; what is wrong with the file the preview says
    output.warn(`The columns of ${extract?.toString() ?? 'an extract'} are not known.`, error);
    return undefined;
  }
}

function toDiagnostic({ range: { start, end }, severity = 1, code, source, message }: ProtocolDiagnostic): Diagnostic {
  const range = new Range(start.line, start.character, end.line, end.character);
  const text = typeof message === 'string' ? message : message.value;
  const diagnostic = new Diagnostic(
    range,
    text,
    [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Information][severity - 1],
  );
  if (code !== undefined) diagnostic.code = code;
  if (source !== undefined) diagnostic.source = source;
  return diagnostic;
}
