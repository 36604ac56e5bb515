import type { Location as EditorLocation } from 'vscode';
import { Disposable, languages, Location } from 'vscode';
import { documentHighlights } from '../../language/mapping/highlights';
import { findReferences } from '../../language/mapping/references';
import { prepareRename, renameColumn } from '../../language/mapping/rename';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { toDocumentHighlight, toRange, toWorkspaceEdit } from './protocol';

/** Where a column, a function or an attribute is named in a mapping, and a column's other name. */
export function registerNames({ mappings }: Services): Disposable {
  return Disposable.from(
    languages.registerDocumentHighlightProvider(mappingLanguageId, {
      provideDocumentHighlights: (document, position) =>
        documentHighlights(mappings.mapping(document), document.offsetAt(position)).map(toDocumentHighlight),
    }),
    languages.registerReferenceProvider(mappingLanguageId, {
      provideReferences: (document, position): EditorLocation[] =>
        findReferences(mappings.mapping(document), document.offsetAt(position)).map(
          (range) => new Location(document.uri, toRange(range)),
        ),
    }),
    languages.registerRenameProvider(mappingLanguageId, {
      prepareRename: (document, position) => {
        const found = prepareRename(mappings.mapping(document), document.offsetAt(position));
        if ('error' in found) throw new Error(found.error);
        return { range: toRange(found.range), placeholder: found.placeholder };
      },
      provideRenameEdits: (document, position, newName) => {
        const renamed = renameColumn(mappings.mapping(document), document.offsetAt(position), newName);
        // The editor shows the message of what is thrown here, and nothing else of it
        if ('error' in renamed) throw new Error(renamed.error);
        return toWorkspaceEdit(document.uri, renamed.edits);
      },
    }),
  );
}
