import { Disposable } from 'vscode';
import { customSchemas, joinSchemas } from '../../core/mapping/model/customSchemas';
import type { KnownPayloads } from '../../language/payload/knownPayloads';
import { knownPayloads } from '../../language/payload/knownPayloads';
import { throttleTrailing } from '../throttleTrailing';
import { isMapping } from './mappings';
import type { OpenDocuments } from './openDocuments';

/** Milliseconds between looks while one types in a mapping. */
const PAUSE = 100;

/** The custom schemas that the open mappings show: the payloads beside them may use them. */
export class CustomSchemas {
  #known = knownPayloads({});

  /** What payloads are read by. */
  get known(): KnownPayloads {
    return this.#known;
  }

  /** Learns from the open mappings, and has payloads read again when they show other schemas than before. */
  follow(documents: OpenDocuments): Disposable {
    const soon = throttleTrailing(PAUSE, () => this.#learn(documents));
    this.#learn(documents);
    return Disposable.from(
      soon,
      documents.onDidChange(({ kind }) => {
        if (kind === 'mapping') soon.call();
      }),
    );
  }

  #learn(documents: OpenDocuments): void {
    const schemas = joinSchemas(
      documents.sessions.flatMap((session) => (isMapping(session) ? customSchemas(session.mapping.loaded.model) : [])),
    );
    if (JSON.stringify(schemas) === JSON.stringify(this.#known.knowledge.schemas ?? [])) return;
    this.#known = knownPayloads({ schemas });
    documents.reopen(['bulkRequest', 'user']);
  }
}
