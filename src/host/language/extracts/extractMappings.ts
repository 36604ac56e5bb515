import type { TextDocument, Uri } from 'vscode';
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { ExtractHeader } from '../../../core/csv/extractEvent';
import { loadMapping } from '../../../core/mapping/loadMapping';
import { allColumnUses } from '../../../core/mapping/model/columns';
import type { CommandTitles } from '../../commandTitles';
import type { Mappings } from '../../documents/mappings';
import type { OpenDocuments } from '../../documents/openDocuments';
import { mappingsFor, storedMapping } from '../../extracts/findMapping';
import { needsName } from './extractDocuments';

/** The only possible mapping of an extract. */
export interface MeantMapping {
  readonly uri: Uri;
  readonly text: string;
  /** It is open over the extract, or names it without a wildcard; otherwise the extract's columns must match. */
  readonly isCertain: boolean;
}

/** A wildcard of a glob. */
const WILDCARD = /[*?[{]/;

/** The mapping that was found, and whether it is open over the extract or names it. */
interface FoundMapping {
  readonly uri: Uri;
  readonly isNamed: boolean;
}

/** The parts of the extension that it needs. */
export interface MappingServices {
  readonly documents: OpenDocuments;
  readonly mappings: Mappings;
  readonly titles: CommandTitles;
}

/** Knows the mapping of each extract, and searches again when mappings appear, disappear or name other extracts. */
export class ExtractMappings implements Disposable {
  readonly #services: MappingServices;
  readonly #found = new Map<string, Promise<FoundMapping | undefined>>();
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  /** The extracts that each open mapping names and is checked with. */
  #named = '';

  constructor(services: MappingServices) {
    this.#services = services;
    const files = workspace.createFileSystemWatcher('**/*.scimmap');
    const forget = () => {
      this.#found.clear();
      this.#changed.fire();
    };
    this.#listeners = Disposable.from(
      files,
      files.onDidCreate(forget),
      files.onDidDelete(forget),
      files.onDidChange(forget),
      services.documents.onDidChange(({ kind, what }) => {
        if (kind !== 'mapping') return;
        const isSame = this.#named === this.#open();
        if (!isSame) this.#found.clear();
        if (what !== 'knowledge' || !isSame) this.#changed.fire();
        this.#named = this.#open();
      }),
    );
  }

  /** Fired when the mapping of an extract, or its text, may have changed. */
  get onDidChange() {
    return this.#changed.event;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  /** `undefined`: there is none, or there are several. */
  async of(document: TextDocument): Promise<MeantMapping | undefined> {
    const address = document.uri.toString();
    let found = this.#found.get(address);
    if (found === undefined) {
      found = this.#search(document);
      this.#found.set(address, found);
    }
    const meant = await found;
    if (meant === undefined) return undefined;
    const text = await storedMapping(meant.uri);
    const { files } = loadMapping(text).model.source;
    if (!meant.isNamed && files.length > 0) return undefined;
    const isOpenOver = this.#services.mappings.over(document.uri).length > 0;
    const isCertain = isOpenOver || (meant.isNamed && !files.some((pattern) => WILDCARD.test(pattern)));
    return { uri: meant.uri, text, isCertain };
  }

  async #search(document: TextDocument): Promise<FoundMapping | undefined> {
    const { meant, isNamed } = await mappingsFor(this.#services, document.uri);
    const [uri, ...others] = meant;
    if (uri === undefined || others.length > 0 || (!isNamed && needsName(document))) return undefined;
    return { uri, isNamed };
  }

  #open(): string {
    const { documents, mappings } = this.#services;
    const open = documents.all.filter((document) => documents.kind(document) === 'mapping');
    return JSON.stringify(
      open.map((document) => {
        const look = mappings.look(document);
        const { files } = mappings.mapping(document).loaded.model.source;
        return [document.uri.toString(), files, look.kind === 'none' ? '' : look.extract.toString()];
      }),
    );
  }
}

/** Whether most columns of a mapping that does not name a file exactly are missing in this file: it is not its extract. */
export function isForeign({ text, isCertain }: MeantMapping, header: ExtractHeader | undefined): boolean {
  if (isCertain || header === undefined) return false;
  const { parsed, model } = loadMapping(text);
  const columns = new Set(allColumnUses(parsed.tree, model).map(({ column }) => column));
  const missing = [...columns].filter((column) => !header.columns.includes(column));
  return missing.length * 2 >= columns.size;
}
