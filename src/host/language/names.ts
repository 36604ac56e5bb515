import { Disposable, languages, Location } from 'vscode';
import { plainText } from '../../core/text/plainText';
import type { RenamePlace, RenameRefusal } from '../../language/shared/documentAnswers';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { toDocumentHighlight, toRange, toWorkspaceEdit } from './protocol';

/** Where a name is in a document, and its new name. */
export function registerNames({ documents }: Services, language: EditorLanguage): Disposable {
  return Disposable.from(
    languages.registerDocumentHighlightProvider(language.documents, {
      provideDocumentHighlights: (document, position) =>
        documents.answers(document)?.highlights?.(document.offsetAt(position)).map(toDocumentHighlight),
    }),
    languages.registerReferenceProvider(language.documents, {
      provideReferences: (document, position) =>
        documents
          .answers(document)
          ?.references?.(document.offsetAt(position))
          .map((range) => new Location(document.uri, toRange(range))),
    }),
    languages.registerRenameProvider(language.documents, {
      prepareRename: (document, position) => {
        const place = documents.answers(document)?.prepareRename?.(document.offsetAt(position));
        return place && renamable(place);
      },
      provideRenameEdits: (document, position, name) => {
        const renaming = documents.answers(document)?.rename?.(document.offsetAt(position), name);
        return renaming && toWorkspaceEdit(document.uri, accepted(renaming).edits);
      },
    }),
  );
}

function renamable(place: RenamePlace | RenameRefusal) {
  const { range, placeholder } = accepted(place);
  return { range: toRange(range), placeholder };
}

/** The editor shows only the message of an error that is thrown here. */
function accepted<Answer extends object>(answer: Answer | RenameRefusal): Answer {
  if ('error' in answer) throw new Error(plainText(answer.error));
  return answer;
}
