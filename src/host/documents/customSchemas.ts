import { Disposable } from 'vscode';
import { customSchemas, joinSchemas } from '../../core/mapping/model/customSchemas';
import type { KnownPayloads } from '../../language/payload/knownPayloads';
import { knownPayloads } from '../../language/payload/knownPayloads';
import { throttleTrailing } from '../throttleTrailing';
import { isMapping } from './mappings';
import type { OpenDocuments } from './openDocuments';

/** Milliseconds between checks while a mapping is edited. */
const PAUSE = 100;

/** The custom schemas in the open mappings: payloads may use them. */
export class CustomSchemas {
  #known = knownPayloads({});

  /** The schemas for reading payloads. */
  get known(): KnownPayloads {
    return this.#known;
  }

  /** Learns from the open mappings, and has payloads read again when their schemas change. */
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
