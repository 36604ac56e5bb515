import type { Disposable } from 'vscode';
import { CustomSchemas } from './customSchemas';
import type { OpenSession } from './documentSession';
import type { OpenDocuments } from './openDocuments';
import { PayloadSession } from './payloadSession';

/** Opens payloads with the custom schemas of the open mappings. */
export function openPayloads(documents: OpenDocuments): { readonly open: OpenSession; readonly follow: Disposable } {
  const schemas = new CustomSchemas();
  const follow = schemas.follow(documents);
  return {
    follow,
    open: (document, kind, changed) => {
      if (kind === 'mapping' || kind === 'jobSchema') throw new Error(`${document.uri.toString()} is not a payload.`);
      return new PayloadSession(document, kind, schemas.known, changed);
    },
  };
}
