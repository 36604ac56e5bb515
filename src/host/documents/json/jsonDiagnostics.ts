import type { Diagnostic, TextDocument } from 'vscode';
import { Disposable, languages } from 'vscode';
import type { DocumentAnswers } from '../../../language/shared/documentAnswers';
import type { DiagnosisOptions } from '../../../language/shared/problemDiagnostics';
import { problemPage } from '../problemPage';
import { toDiagnostic } from '../../language/protocol';
import { latest } from '../../latest';
import type { Services } from '../../services';
import type { Settings } from '../../settings';

/** Milliseconds between looks while one types: the text has been understood already when they come. */
const PAUSE = 100;

/** VS Code shows no more of one file. */
const SHOWN = 1000;

export function diagnosisOptions(document: TextDocument, { problemLevels }: Settings): DiagnosisOptions {
  return { uri: document.uri.toString(), levels: problemLevels, page: problemPage };
}

/** Shows the problems of payloads and schemas of jobs. */
export function registerJsonDiagnostics({ json, settings }: Services): Disposable {
  const collection = languages.createDiagnosticCollection('entraInbound.json');
  const waiting = new Set<TextDocument>();
  const show = (document: TextDocument) => {
    const answers = json.answers(document);
    // While a large text is read, what was known of it stays
    if (answers === undefined && json.kind(document) !== undefined) return;
    collection.set(document.uri, answers === undefined ? [] : found(answers, document));
  };
  const found = (answers: DocumentAnswers, document: TextDocument): Diagnostic[] =>
    answers
      .diagnose({ ...diagnosisOptions(document, settings.current), limit: SHOWN })
      .map((one) => toDiagnostic(one, document.uri));
  const soon = latest(PAUSE, () => {
    for (const document of waiting) if (!document.isClosed) show(document);
    waiting.clear();
  });
  json.open.forEach(show);
  return Disposable.from(
    collection,
    soon,
    json.onDidChange((document) => {
      if (document.isClosed) collection.delete(document.uri);
      else waiting.add(document);
      soon.call();
    }),
    settings.onDidChange(() => json.open.forEach(show)),
  );
}
