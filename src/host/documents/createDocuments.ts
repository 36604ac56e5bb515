import type { LogOutputChannel, Memento } from 'vscode';
import { Disposable } from 'vscode';
import type { ConversionClient } from '../extracts/conversionClient';
import type { SettingsStore } from '../settings';
import { CustomSchemas } from './customSchemas';
import type { OpenSession } from './documentSession';
import { ExtractChoice } from './extractChoice';
import { JobSchemaSession } from './jobSchemaSession';
import { Mappings } from './mappings';
import type { MappingParts } from './mappingSession';
import { MappingSession } from './mappingSession';
import { OpenDocuments } from './openDocuments';
import { PayloadSession } from './payloadSession';
import { RecordChoice } from './recordChoice';

/** What the documents are made with. */
export interface DocumentParts {
  readonly output: Pick<LogOutputChannel, 'warn'>;
  readonly conversions: ConversionClient;
  readonly settings: SettingsStore;
  /** Where the user's picks of extracts are kept. */
  readonly state: Memento;
}

/** The documents of all languages that are open in editors. */
export interface Documents {
  readonly documents: OpenDocuments;
  readonly mappings: Mappings;
  /** Follows what is opened, typed and closed, and the extracts of mappings. */
  readonly follow: () => Disposable;
}

export function createDocuments({ output, conversions, settings, state }: DocumentParts): Documents {
  const choice = new ExtractChoice(state);
  const records = new RecordChoice();
  const schemas = new CustomSchemas();
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
  const documents = new OpenDocuments(sessionsWith(parts, schemas));
  const mappings = new Mappings(documents, choice, records);
  const follow = () => Disposable.from(documents.start(), mappings.start(), schemas.follow(documents));
  return { documents, mappings, follow };
}

function sessionsWith(parts: MappingParts, schemas: CustomSchemas): OpenSession {
  return (document, kind, changed) => {
    switch (kind) {
      case 'mapping':
        return new MappingSession(document, parts, changed);
      case 'jobSchema':
        return new JobSchemaSession(document);
      case 'bulkRequest':
      case 'user':
        return new PayloadSession(document, kind, schemas.known, changed);
    }
  };
}
