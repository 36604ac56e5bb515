import type { Event, LogOutputChannel, Memento, TextDocument, Uri } from 'vscode';
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { MappingDocument } from '../../../language/mapping/document/mappingDocument';
import { mappingLanguageId } from '../../contributions';
import type { ConversionClient } from '../../extracts/conversionClient';
import type { SettingsStore } from '../../settings';
import { ExtractChoice } from './extractChoice';
import type { ExtractLook } from './mappingSession';
import { MappingSession } from './mappingSession';
import { RecordChoice } from './recordChoice';

/**
 * The mappings that are open in editors, with what is known about their extracts. Questions of the editor are answered
 * from here at once; extracts are read in the background.
 */
export class Mappings implements Disposable {
  readonly records = new RecordChoice();
  readonly #choice: ExtractChoice;
  readonly #sessions = new Map<TextDocument, MappingSession>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #parts;
  #listeners: Disposable | undefined;

  constructor(output: LogOutputChannel, conversions: ConversionClient, settings: SettingsStore, state: Memento) {
    this.#choice = new ExtractChoice(state);
    this.#parts = {
      conversions,
      choice: this.#choice,
      records: this.records,
      limit: () => settings.current.examinedRecords,
      limits: () => settings.current.limits,
      report: (message: string, error: unknown) => {
        output.warn(message, error);
      },
      changed: (document: TextDocument) => {
        this.#changed.fire(document);
      },
    };
  }

  /** Fired when the text of a mapping was understood anew, or when more has become known about its extract. */
  get onDidChange(): Event<TextDocument> {
    return this.#changed.event;
  }

  /** The open mappings. */
  get open(): readonly TextDocument[] {
    return [...this.#sessions.keys()];
  }

  mapping(document: TextDocument): MappingDocument {
    return this.#session(document).mapping;
  }

  look(document: TextDocument): ExtractLook {
    return this.#session(document).look;
  }

  /** The user's pick of the extract to look at a mapping with. */
  async pick(mapping: Uri, extract: Uri): Promise<void> {
    await this.#choice.pick(mapping, extract);
    await Promise.all(
      this.#of((document) => document.uri.toString() === mapping.toString()).map((one) => one.examine()),
    );
  }

  /** Looks at every record of a mapping's extract, and is there when that is done. */
  async examineWhole(document: TextDocument): Promise<void> {
    await this.#session(document).examine(Number.MAX_SAFE_INTEGER);
  }

  /** Follows what is opened, typed, saved and closed. */
  start(): Disposable {
    const extracts = workspace.createFileSystemWatcher('**/*.{csv,tsv,txt}');
    const extractChanged = (uri: Uri) => {
      for (const session of this.#sessions.values())
        if (session.extract?.toString() === uri.toString()) session.edited();
    };
    /** What a mapping names may be there now, or be gone. */
    const filesChanged = () => {
      for (const session of this.#sessions.values()) session.edited();
    };
    workspace.textDocuments.forEach((document) => this.#opened(document));
    this.#listeners = Disposable.from(
      extracts,
      extracts.onDidChange(extractChanged),
      extracts.onDidCreate(filesChanged),
      extracts.onDidDelete(filesChanged),
      this.records.onDidChange((extract) => {
        for (const session of this.#sessions.values())
          if (session.extract?.toString() === extract.toString()) void session.showRecord();
      }),
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => {
        this.#sessions.get(document)?.dispose();
        this.#sessions.delete(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        if (document.languageId !== mappingLanguageId) extractChanged(document.uri);
        else this.#session(document).edited();
      }),
    );
    return this.#listeners;
  }

  dispose(): void {
    this.#listeners?.dispose();
    for (const session of this.#sessions.values()) session.dispose();
    this.records.dispose();
    this.#changed.dispose();
  }

  #opened(document: TextDocument): void {
    if (document.languageId === mappingLanguageId) this.#session(document);
  }

  #of(isMeant: (document: TextDocument) => boolean): readonly MappingSession[] {
    return [...this.#sessions].flatMap(([document, session]) => (isMeant(document) ? [session] : []));
  }

  #session(document: TextDocument): MappingSession {
    let session = this.#sessions.get(document);
    if (session === undefined) {
      session = new MappingSession(document, this.#parts);
      this.#sessions.set(document, session);
    }
    return session;
  }
}
