import type { CompletionList, Hover, JSONSchema, LanguageService } from 'vscode-json-languageservice';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import { editingSchema } from './completion/editingSchema';
import type { MinimalRequest } from './minimalRequest';

/** JSON Schemas of what a payload may be. */
export interface PayloadSchemas {
  readonly bulkRequest: object;
  readonly user: object;
}

/** What the JSON language service makes of a small text, its places counted in that text. */
export interface AskedText {
  readonly document: TextDocument;
  readonly complete: () => PromiseLike<CompletionList | null>;
  readonly hover: () => PromiseLike<Hover | null>;
}

/** VS Code's JSON language service over the schemas of payloads. */
export interface PayloadService {
  readonly ask: (kind: 'bulkRequest' | 'user', request: MinimalRequest) => AskedText;
}

/** To be made once for what is known: the service keeps what it has made of the schemas. */
export function createPayloadService(schemas: PayloadSchemas, knowledge: PayloadKnowledge): PayloadService {
  const services = {
    bulkRequest: serviceOver(schemas.bulkRequest, editingSchema('bulkRequest', knowledge)),
    user: serviceOver(schemas.user, editingSchema('user', knowledge)),
  };
  return {
    ask: (kind, { text, offset }) => {
      const document = TextDocument.create('payload:/text.json', 'json', 1, text);
      const parsed = services[kind].parseJSONDocument(document);
      const position = document.positionAt(offset);
      return {
        document,
        complete: () => services[kind].doComplete(document, position, parsed),
        hover: () => services[kind].doHover(document, position, parsed),
      };
    },
  };
}

/** What helps at writing comes first: of two offers of one name the service takes the first. */
function serviceOver(shape: object, editing: JSONSchema): LanguageService {
  const service = getLanguageService({});
  service.configure({
    validate: false,
    schemas: [
      { uri: 'payload:/editing', fileMatch: ['*'], schema: editing },
      { uri: 'payload:/shape', fileMatch: ['*'], schema: withoutSnippets(shape) as JSONSchema },
    ],
  });
  return service;
}

/** Of one place two snippets would be two offers of the same. */
function withoutSnippets(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutSnippets);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => name !== 'defaultSnippets');
  return Object.fromEntries(members.map(([name, value]) => [name, withoutSnippets(value)]));
}
