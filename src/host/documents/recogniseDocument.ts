import type { TextDocument } from 'vscode';
import { Range } from 'vscode';
import { payloadWindow } from '../../core/payload/document/payloadWindow';
import type { PayloadKind } from '../../core/payload/document/recognisePayload';
import { recogniseEnds } from '../../core/payload/document/recognisePayload';
import type { DocumentKind } from '../../language/shared/documentAnswers';
import { mappingLanguageId } from '../contributions';
import { JSON_LANGUAGES } from './jsonLanguages';
import { lengthOf } from './lengthOf';

/** The kind of a document: a mapping by its language, JSON by its content and not its name. */
export function recogniseDocument(document: TextDocument): DocumentKind | undefined {
  const { languageId } = document;
  if (languageId === mappingLanguageId) return 'mapping';
  return JSON_LANGUAGES.includes(languageId) ? kindOfJson(document) : undefined;
}

/** Reads only the beginning and the end, so that a large text need not be built for it. */
function kindOfJson(document: TextDocument): PayloadKind | undefined {
  const length = lengthOf(document);
  const read = (from: number, to: number) =>
    document.getText(new Range(document.positionAt(from), document.positionAt(to)));
  const head = Math.min(payloadWindow.head, length);
  const ends = { head: read(0, head), tail: read(Math.max(head, length - payloadWindow.tail), length) };
  return recogniseEnds(ends, document.fileName);
}
