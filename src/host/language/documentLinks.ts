import type { Disposable, TextDocument } from 'vscode';
import { languages, Uri } from 'vscode';
import type { Services } from '../services';
import type { EditorLanguage } from './editorLanguage';
import { linkTo } from './linkTo';
import { toRange } from './protocol';

/** Links from the `files` setting to the matching extract, and to the documentation of a schema. */
export function registerDocumentLinks({ documents, mappings }: Services, language: EditorLanguage): Disposable {
  return languages.registerDocumentLinkProvider(language.documents, {
    provideDocumentLinks: async (document) => {
      const links = await Promise.all(
        (documents.answers(document)?.links?.() ?? []).map(async ({ range, target, tooltip, data }) => {
          const glob = globOf(data);
          const uri = target === undefined ? await namedExtract(document, glob, mappings) : Uri.parse(target, true);
          if (uri === undefined) return [];
          return [linkTo(uri, toRange(range), tooltip)];
        }),
      );
      return links.flat();
    },
  });
}

/** The extract that a pattern leads to: the one in use, if the pattern matches it. */
async function namedExtract(
  document: TextDocument,
  glob: string | undefined,
  mappings: Services['mappings'],
): Promise<Uri | undefined> {
  if (glob === undefined) return undefined;
  const { extractsMatching } = await import('../extracts/findMapping');
  const named = await extractsMatching(document.uri, [glob]);
  const look = mappings.look(document);
  const shown = look.kind === 'none' ? undefined : look.extract.toString();
  return named.find((uri) => uri.toString() === shown) ?? named[0];
}

function globOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('glob' in data)) return undefined;
  return typeof data.glob === 'string' ? data.glob : undefined;
}
