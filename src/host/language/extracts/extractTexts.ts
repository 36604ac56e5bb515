import type { Event, LogOutputChannel, TextDocument } from 'vscode';
import { Disposable, EventEmitter, window, workspace } from 'vscode';
import { plainText } from '../../../core/text/plainText';
import type { CellProblems } from '../../../extract/cells/cellProblem';
import { momentNow } from '../../../extract/momentNow';
import { MAX_CELLS } from '../../../language/mapping/cells/cellDiagnostics';
import type { MappingDocument } from '../../../language/mapping/document/mappingDocument';
import { openMapping } from '../../../language/mapping/document/mappingDocument';
import type { ChosenEncodings } from '../../extracts/chosenEncodings';
import type { ConversionClient } from '../../extracts/conversionClient';
import { extractPlace, fileName } from '../../extracts/extractFile';
import { throttleTrailing } from '../../throttleTrailing';
import type { SettingsStore } from '../../settings';
import { isExtractText } from './extractDocuments';
import type { MappingServices, MeantMapping } from './extractMappings';
import { ExtractMappings, isForeign } from './extractMappings';

/** What is known of one version of an extract that is open as text. */
export interface TextLook {
  readonly version: number;
  /** Absent with no mapping, or with several. */
  readonly mapping?: MeantMapping;
  readonly found: CellProblems;
  /** The mapping with the knowledge from the extract; computed with the first question. */
  readonly known: () => Promise<MappingDocument>;
}

interface TextServices extends MappingServices {
  readonly conversions: ConversionClient;
  readonly settings: SettingsStore;
  readonly encodings: ChosenEncodings;
  readonly output: LogOutputChannel;
}

interface OpenText {
  /** Its input; another one means that it must be read again. */
  readonly state: string;
  readonly look: Promise<TextLook | undefined>;
}

/** Milliseconds without a change until a text is checked again. */
const PAUSE = 400;

/** The extracts that are open as text, including unsaved changes, each checked in the worker. */
export class ExtractTexts implements Disposable {
  readonly #services: TextServices;
  readonly #mappings: ExtractMappings;
  readonly #open = new Map<string, OpenText>();
  readonly #waiting = new Set<TextDocument>();
  readonly #looked = new EventEmitter<{ readonly document: TextDocument; readonly look: TextLook | undefined }>();
  readonly #soon = throttleTrailing(PAUSE, () => this.#lookAtWaiting());
  readonly #listeners: Disposable;
  readonly #moment = momentNow();
  /** Counts changes that affect all of them. */
  #round = 0;

  constructor(services: TextServices) {
    this.#services = services;
    this.#mappings = new ExtractMappings(services);
    this.#listeners = this.#follow();
    this.#wait(workspace.textDocuments);
  }

  /** Fired with what is known of a text; nothing for one that was closed. */
  get onDidLook(): Event<{ readonly document: TextDocument; readonly look: TextLook | undefined }> {
    return this.#looked.event;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#mappings.dispose();
    this.#soon.dispose();
    this.#looked.dispose();
  }

  /** What is known of the current text; `undefined` if it is not an extract, or cannot be read. */
  look(document: TextDocument): Promise<TextLook | undefined> {
    if (!isExtractText(document)) return Promise.resolve(undefined);
    const address = document.uri.toString();
    const state = JSON.stringify([document.version, this.#round, this.#services.encodings.of(document.uri)]);
    const open = this.#open.get(address);
    if (open?.state === state) return open.look;
    const look = this.#read(document).catch((error: unknown) => {
      this.#services.output.error(`${plainText(fileName(document.uri))} could not be checked.`, error);
      return undefined;
    });
    this.#open.set(address, { state, look });
    void look.then((known) => {
      // A newer check takes over, and a cancelled one reports nothing
      if (this.#open.get(address)?.look === look && known?.version === document.version)
        this.#looked.fire({ document, look: known });
    });
    return look;
  }

  #follow(): Disposable {
    const { documents, settings } = this.#services;
    const renew = () => {
      this.#round++;
      this.#wait(workspace.textDocuments);
    };
    return Disposable.from(
      this.#mappings.onDidChange(renew),
      settings.onDidChange(renew),
      documents.onDidChangeOther((document) => this.#wait([document])),
      workspace.onDidOpenTextDocument((document) => this.#wait([document])),
      window.onDidChangeActiveTextEditor((editor) => editor && this.#wait([editor.document])),
      workspace.onDidCloseTextDocument((document) => {
        this.#waiting.delete(document);
        if (this.#open.delete(document.uri.toString())) this.#looked.fire({ document, look: undefined });
      }),
    );
  }

  #wait(documents: readonly TextDocument[]): void {
    for (const document of documents) if (isExtractText(document)) this.#waiting.add(document);
    if (this.#waiting.size > 0) this.#soon.call();
  }

  #lookAtWaiting(): void {
    for (const document of this.#waiting) void this.look(document);
    this.#waiting.clear();
  }

  async #read(document: TextDocument): Promise<TextLook | undefined> {
    const { version } = document;
    const meant = await this.#mappings.of(document);
    const found = await this.#find(document, meant);
    const mapping = meant === undefined || isForeign(meant, found?.header) ? undefined : meant;
    const own = mapping === meant ? found : await this.#find(document, undefined);
    if (own === undefined) return undefined;
    let known: Promise<MappingDocument> | undefined;
    return {
      version,
      ...(mapping !== undefined && { mapping }),
      found: own,
      known: () => (known ??= this.#know(document, mapping?.text ?? '')),
    };
  }

  async #find(document: TextDocument, mapping: MeantMapping | undefined): Promise<CellProblems | undefined> {
    const { conversions, settings, encodings } = this.#services;
    const { limits, problemLevels: levels } = settings.current;
    const encoding = encodings.of(document.uri);
    return conversions.ask('cells', {
      key: document.uri.toString(),
      bytes: await extractPlace(document.uri),
      ...(mapping !== undefined && { mapping: mapping.text }),
      moment: this.#moment,
      most: MAX_CELLS,
      limits,
      levels,
      ...(encoding !== undefined && { encoding }),
    });
  }

  /** The profile of the extract's values, and their effects on the mapping. */
  async #know(document: TextDocument, mapping: string): Promise<MappingDocument> {
    const { conversions, settings } = this.#services;
    const { limits, examinedRecords: records } = settings.current;
    const examined = await conversions.ask('examine', {
      key: `text of ${document.uri.toString()}`,
      bytes: await extractPlace(document.uri),
      mapping,
      moment: this.#moment,
      records,
      limits,
      record: 1,
    });
    if (examined.kind !== 'examined') return openMapping(mapping);
    const { columns, profile, values } = examined;
    return openMapping(mapping, {
      columns,
      extract: { name: fileName(document.uri), profile, values, moment: this.#moment },
    });
  }
}
