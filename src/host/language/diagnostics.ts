import type { TextDocument } from 'vscode';
import { Disposable, languages } from 'vscode';
import { MAX_LISTED } from '../../core/problems/listed';
import type { DiagnosisOptions } from '../../language/shared/problemDiagnostics';
import { problemPage } from '../documents/pages/problemPage';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import { EditorJsonErrors, isSyntaxError } from './editorJsonErrors';
import { toDiagnostic } from './protocol';

/** Milliseconds between updates while the user types: the text has been parsed by then. */
const PAUSE = 100;

/**
 * Shows the problems of every open document of ours, including those that depend on the extract of a mapping. Problems of a JSON document
 * that the editor itself reports are not repeated.
 */
export function registerDiagnostics({ documents, settings }: Services): Disposable {
  const collection = languages.createDiagnosticCollection('entraInbound');
  const jsonErrors = new EditorJsonErrors();
  const waiting = new Set<TextDocument>();
  const show = (document: TextDocument) => {
    const answers = documents.answers(document);
    if (answers !== undefined) {
      const { problemLevels: levels } = settings.current;
      const options: DiagnosisOptions = { levels, uri: document.uri.toString(), page: problemPage, limit: MAX_LISTED };
      const found = answers.diagnose(options);
      const yields = jsonErrors.yields(document, found.some(isSyntaxError));
      const shown = yields ? found.filter((one) => !isSyntaxError(one)) : found;
      collection.set(
        document.uri,
        shown.map((one) => toDiagnostic(one, document.uri)),
      );
      // While a large text is read, its previous problems stay
    } else if (documents.kind(document) === undefined) collection.delete(document.uri);
  };
  const soon = throttleTrailing(PAUSE, () => {
    for (const document of waiting) if (!document.isClosed) show(document);
    waiting.clear();
  });
  documents.all.forEach(show);
  return Disposable.from(
    collection,
    jsonErrors,
    soon,
    jsonErrors.onDidChange((uri) => documents.all.filter((one) => one.uri.toString() === uri.toString()).forEach(show)),
    documents.onDidChange(({ document, what }) => {
      // An untitled text is emptied before it is closed without saving: then it is no longer ours
      if (what === 'closed') collection.delete(document.uri);
      else waiting.add(document);
      soon.call();
    }),
    settings.onDidChange(() => documents.all.forEach(show)),
  );
}
