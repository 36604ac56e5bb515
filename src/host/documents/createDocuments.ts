import type { LogOutputChannel, Memento } from 'vscode';
import { Disposable } from 'vscode';
import type { ConversionClient } from '../extracts/conversionClient';
import type { SettingsStore } from '../settings';
import { ExtractChoice } from './extractChoice';
import type { LanguageLoaders } from './languages';
import { Languages } from './languages';
import { Mappings } from './mappings';
import type { MappingParts } from './mappingSession';
import { OpenDocuments } from './openDocuments';
import { RecordChoice } from './recordChoice';

/** What the documents are made with. */
interface DocumentParts {
  readonly output: Pick<LogOutputChannel, 'warn' | 'error'>;
  readonly conversions: ConversionClient;
  readonly settings: SettingsStore;
  /** Where the user's picks of extracts are stored. */
  readonly state: Memento;
}

/** The open documents of all languages. */
export interface Documents {
  readonly documents: OpenDocuments;
  readonly mappings: Mappings;
  /** Follows opening, editing and closing, and the extracts of mappings. */
  readonly follow: () => Disposable;
}

export function createDocuments({ output, conversions, settings, state }: DocumentParts): Documents {
  const choice = new ExtractChoice(state);
  const records = new RecordChoice();
  const parts: MappingParts = {
    conversions,
    choice,
    records,
    limit: () => settings.current.examinedRecords,
    limits: () => settings.current.limits,
    report: (message, error) => {
      output.warn(message, error);
    },
  };
  const following: Disposable[] = [];
  const loaders: LanguageLoaders = {
    mappings: async () => {
      const { MappingSession } = await import('./mappingSession');
      following.push(mappings.start(), choice.follow());
      return (document, _kind, changed) => new MappingSession(document, parts, changed);
    },
    payloads: async () => {
      const { openPayloads } = await import('./openPayloads');
      const { open, follow } = openPayloads(documents);
      following.push(follow);
      return open;
    },
    jobSchemas: async () => {
      const { JobSchemaSession } = await import('./jobSchemaSession');
      return (document) => new JobSchemaSession(document);
    },
  };
  const documents = new OpenDocuments(new Languages(loaders), (error) => {
    output.error('The language of a document could not be loaded.', error);
  });
  const mappings = new Mappings(documents, choice, records);
  const follow = () =>
    Disposable.from(
      documents.start(),
      new Disposable(() => {
        Disposable.from(...following.splice(0)).dispose();
      }),
    );
  return { documents, mappings, follow };
}
