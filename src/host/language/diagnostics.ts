import type { TextDocument } from 'vscode';
import { Disposable, languages } from 'vscode';
import { MAX_LISTED } from '../../core/problems/listed';
import type { DiagnosisOptions } from '../../language/shared/problemDiagnostics';
import { problemPage } from '../documents/pages/problemPage';
import { latest } from '../latest';
import type { Services } from '../services';
import { toDiagnostic } from './protocol';

/** Milliseconds between looks while one types: the text has been understood already when they come. */
const PAUSE = 100;

/** Shows the problems of every open document of ours, those that only the extract of a mapping shows too. */
export function registerDiagnostics({ documents, settings }: Services): Disposable {
  const collection = languages.createDiagnosticCollection('entraInbound');
  const waiting = new Set<TextDocument>();
  const show = (document: TextDocument) => {
    const answers = documents.answers(document);
    if (answers !== undefined) {
      const { problemLevels: levels } = settings.current;
      const options: DiagnosisOptions = { levels, uri: document.uri.toString(), page: problemPage, limit: MAX_LISTED };
      collection.set(
        document.uri,
        answers.diagnose(options).map((found) => toDiagnostic(found, document.uri)),
      );
      // While a large text is read, what was known of it stays
    } else if (documents.kind(document) === undefined) collection.delete(document.uri);
  };
  const soon = latest(PAUSE, () => {
    for (const document of waiting) if (!document.isClosed) show(document);
    waiting.clear();
  });
  documents.all.forEach(show);
  return Disposable.from(
    collection,
    soon,
    documents.onDidChange(({ document }) => {
      if (document.isClosed) collection.delete(document.uri);
      else waiting.add(document);
      soon.call();
    }),
    settings.onDidChange(() => documents.all.forEach(show)),
  );
}
