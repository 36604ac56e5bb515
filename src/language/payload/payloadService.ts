import type { CompletionList, Hover, JSONSchema, LanguageService } from 'vscode-json-languageservice';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PayloadKnowledge } from '../../core/payload/shape/payloadKnowledge';
import { editingSchema } from './completion/editingSchema';
import type { MinimalRequest } from './minimalRequest';

/** JSON Schemas of the kinds of payloads. */
export interface PayloadSchemas {
  readonly bulkRequest: object;
  readonly user: object;
}

/** A small text as parsed by the JSON language service, with places in that text. */
export interface AskedText {
  readonly document: TextDocument;
  readonly complete: () => PromiseLike<CompletionList | null>;
  readonly hover: () => PromiseLike<Hover | null>;
}

/** VS Code's JSON language service with the schemas of payloads. */
export interface PayloadService {
  readonly ask: (kind: 'bulkRequest' | 'user', request: MinimalRequest) => AskedText;
}

/** Creates the service. Create it once for the same knowledge, because it caches what it derives from the schemas. */
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

/** The editing schema comes first: among two offers of the same name, the service takes the first. */
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

/** Removes the schema's snippets, as a second snippet at the same place would be a duplicate offer. */
function withoutSnippets(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutSnippets);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([name]) => name !== 'defaultSnippets');
  return Object.fromEntries(members.map(([name, value]) => [name, withoutSnippets(value)]));
}
