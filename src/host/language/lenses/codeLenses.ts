import type { CodeLens, TextDocument } from 'vscode';
import { Disposable, EventEmitter, languages } from 'vscode';
import type { DocumentKind } from '../../../language/shared/documentAnswers';
import type { Services } from '../../services';
import type { EditorLanguage } from '../editorLanguage';
import { mappingLenses } from './mappingLenses';
import { payloadLenses } from './payloadLenses';

/** The lenses above a document of each kind. */
const lenses: Readonly<Record<DocumentKind, (services: Services, document: TextDocument) => readonly CodeLens[]>> = {
  mapping: mappingLenses,
  bulkRequest: payloadLenses,
  user: payloadLenses,
  jobSchema: () => [],
};

export function registerCodeLenses(services: Services, language: EditorLanguage): Disposable {
  const { documents, connections } = services;
  const changed = new EventEmitter<void>();
  return Disposable.from(
    changed,
    // After a change of the text the editor asks by itself
    documents.onDidChange(({ what }) => {
      if (what !== 'text') changed.fire();
    }),
    connections.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(language.documents, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const kind = documents.kind(document);
        return kind === undefined ? [] : [...lenses[kind](services, document)];
      },
    }),
  );
}
