import type { TextDocument, Uri } from 'vscode';
import { Disposable, workspace } from 'vscode';
import type { MappingDocument } from '../../language/mapping/document/mappingDocument';
import { mappingLanguageId } from '../contributions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { ExtractChoice } from './extractChoice';
import type { DocumentSession } from './documentSession';
import type { ExtractLook, MappingSession } from './mappingSession';
import type { OpenDocuments } from './openDocuments';
import type { RecordChoice } from './recordChoice';

/** By its kind, so that this check does not load the language of mappings. */
export function isMapping(session: DocumentSession): session is MappingSession {
  return session.kind === 'mapping';
}

/** The open mappings and their extracts, which are read in the background. */
export class Mappings implements Disposable {
  readonly records: RecordChoice;
  readonly #documents: OpenDocuments;
  readonly #choice: ExtractChoice;
  #listeners: Disposable | undefined;

  constructor(documents: OpenDocuments, choice: ExtractChoice, records: RecordChoice) {
    this.#documents = documents;
    this.#choice = choice;
    this.records = records;
  }

  mapping(document: TextDocument): MappingDocument {
    return this.#session(document).mapping;
  }

  look(document: TextDocument): ExtractLook {
    return this.#session(document).look;
  }

  /** The user's pick of the extract for checking a mapping. */
  async pick(mapping: Uri, extract: Uri): Promise<void> {
    await this.#choice.pick(mapping, extract);
    const session = this.#documents.session({ uri: mapping });
    if (session !== undefined && isMapping(session)) await session.examine();
  }

  /**
   * The open mappings that are meant to be checked with this file, unsaved ones included, and those that have just been opened: their check
   * may not have begun yet.
   */
  async meantFor(extract: Uri): Promise<readonly Uri[]> {
    const open = workspace.textDocuments.filter(({ languageId }) => languageId === mappingLanguageId);
    const isMeant = await Promise.all(
      open.map(async (document) => {
        // A file that goes meanwhile is nobody's extract
        const chosen = await this.#choice.of(document).catch(() => undefined);
        return chosen?.toString() === extract.toString();
      }),
    );
    return open.filter((_, index) => isMeant[index]).map(({ uri }) => uri);
  }

  /** The open mappings that are checked with this file, unsaved ones included. */
  over(extract: Uri): readonly Uri[] {
    return this.#over(extract).map(({ uri }) => uri);
  }

  /** Whether an open mapping is checked with this file. */
  hasExtract(file: Uri): boolean {
    return this.#over(file).length > 0;
  }

  /** Checks every record of a mapping's extract, and resolves when that is done. */
  async examineWhole(document: TextDocument): Promise<void> {
    await this.#session(document).examine(Number.MAX_SAFE_INTEGER);
  }

  /** Follows the extracts: their files, their texts in editors, and their current records. */
  start(): Disposable {
    const extracts = workspace.createFileSystemWatcher('**/*.{csv,tsv,txt}');
    const extractChanged = (uri: Uri) => this.#over(uri).forEach((session) => session.examineSoon());
    /** A file that a mapping names may now exist, or no longer exist. */
    const filesChanged = () => this.#sessions().forEach((session) => session.examineSoon());
    this.#listeners = Disposable.from(
      extracts,
      extracts.onDidChange(extractChanged),
      extracts.onDidCreate(filesChanged),
      extracts.onDidDelete(filesChanged),
      this.#documents.onDidChangeOther(({ uri }) => extractChanged(uri)),
      this.records.onDidChange((extract) => this.#over(extract).forEach((session) => void session.showRecord())),
    );
    return this.#listeners;
  }

  dispose(): void {
    this.#listeners?.dispose();
    this.records.dispose();
  }

  #sessions(): readonly MappingSession[] {
    return this.#documents.sessions.filter(isMapping);
  }

  /** The mappings that are checked with an extract. */
  #over(extract: Uri): readonly MappingSession[] {
    return this.#sessions().filter((session) => session.extract?.toString() === extract.toString());
  }

  #session(document: TextDocument): MappingSession {
    const session = this.#documents.session(document);
    if (session === undefined || !isMapping(session))
      throw new UserError(say`Open a mapping (a file that ends in .scimmap) first.`);
    return session;
  }
}
