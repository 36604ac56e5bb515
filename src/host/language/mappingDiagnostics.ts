import type { TextDocument } from 'vscode';
import { Disposable, languages, workspace } from 'vscode';
import { diagnoseMapping } from '../../language/mapping/diagnoseMapping';
import { mappingLanguageId } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';
import { problemPage } from '../documents/problemPage';
import { toDiagnostic } from './protocol';

/** Milliseconds between looks while one types: the text has been understood already when they come. */
const PAUSE = 100;

/** Shows the problems of every mapping that is open, those that only its extract shows too. */
export function registerMappingDiagnostics({ mappings, settings }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(mappingLanguageId);
  const waiting = new Set<TextDocument>();
  const show = (document: TextDocument) => {
    const levels = settings.current.problemLevels;
    const found = diagnoseMapping(mappings.mapping(document), {
      uri: document.uri.toString(),
      levels,
      page: problemPage,
    });
    collection.set(
      document.uri,
      found.map((diagnostic) => toDiagnostic(diagnostic, document.uri)),
    );
  };
  const soon = latest(PAUSE, () => {
    for (const document of waiting) if (!document.isClosed) show(document);
    waiting.clear();
  });
  const later = (document: TextDocument) => {
    if (document.languageId !== mappingLanguageId) return;
    waiting.add(document);
    soon.call();
  };
  mappings.open.forEach(show);
  return Disposable.from(
    collection,
    soon,
    mappings.onDidChange(later),
    settings.onDidChange(() => mappings.open.forEach(show)),
    workspace.onDidChangeTextDocument(({ document }) => later(document)),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
