import type { TextDocument, Uri } from 'vscode';
import { plainText } from '../../core/text/plainText';
import type { SizeLimits } from '../../core/csv/extractEvent';
import { momentNow } from '../../extract/momentNow';
import type { EditorKnowledge, ExtractKnowledge } from '../../language/mapping/document/knowledge';
import type { MappingDocument } from '../../language/mapping/document/mappingDocument';
import { changeMapping, openMapping } from '../../language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../language/mapping/mappingAnswers';
import type { DocumentAnswers } from '../../language/shared/documentAnswers';
import { commandIds } from '../contributions';
import type { ConversionClient } from '../extracts/conversionClient';
import { extractPlace, fileName } from '../extracts/extractFile';
import type { DocumentSession } from './documentSession';
import type { ExtractChoice } from './extractChoice';
import type { RecordChoice } from './recordChoice';

/** The progress of checking the extract. */
export type ExtractLook =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly extract: Uri }
  | { readonly kind: 'read'; readonly extract: Uri; readonly records: number; readonly isComplete: boolean }
  /** The extract cannot be read, with the reason. */
  | { readonly kind: 'unreadable'; readonly extract: Uri; readonly reason: string };

/** The parts that the sessions of all mappings share. */
export interface MappingParts {
  readonly conversions: ConversionClient;
  readonly choice: ExtractChoice;
  readonly records: RecordChoice;
  /** Number of records to check. */
  readonly limit: () => number;
  /** The maximum size of an extract. */
  readonly limits: () => SizeLimits;
  readonly report: (message: string, error: unknown) => void;
}

/** Milliseconds after the last key until the extract is checked again. */
const PAUSE = 500;

/** A mapping in an editor: its text, parsed once per version, and what is known about its extract. */
export class MappingSession implements DocumentSession {
  readonly kind = 'mapping';
  readonly #document: TextDocument;
  readonly #parts: MappingParts;
  readonly #changed: () => void;
  #pause: NodeJS.Timeout | undefined;
  #knowledge: EditorKnowledge = {};
  #opened: { readonly version: number; readonly mapping: MappingDocument } | undefined;
  #answered: { readonly mapping: MappingDocument; readonly answers: DocumentAnswers } | undefined;
  #look: ExtractLook = { kind: 'none' };
  /** Counts checks: an answer to any but the last is dropped. */
  #round = 0;
  /** The input of functions of time and chance for the values beside the rules; it stays the same while editing. */
  readonly #moment = momentNow();

  constructor(document: TextDocument, parts: MappingParts, changed: () => void) {
    this.#document = document;
    this.#parts = parts;
    this.#changed = changed;
    void this.examine();
  }

  /** The current text. */
  get mapping(): MappingDocument {
    const { version } = this.#document;
    const opened = this.#opened;
    if (opened?.version === version && opened.mapping.knowledge === this.#knowledge) return opened.mapping;
    const text = opened?.version === version ? opened.mapping.text : this.#document.getText();
    const mapping =
      opened === undefined ? openMapping(text, this.#knowledge) : changeMapping(opened.mapping, text, this.#knowledge);
    this.#opened = { version, mapping };
    return mapping;
  }

  get answers(): DocumentAnswers {
    const { mapping } = this;
    if (this.#answered?.mapping !== mapping) this.#answered = { mapping, answers: mappingAnswers(mapping) };
    return this.#answered.answers;
  }

  get look(): ExtractLook {
    return this.#look;
  }

  get uri(): Uri {
    return this.#document.uri;
  }

  get extract(): Uri | undefined {
    return this.#look.kind === 'none' ? undefined : this.#look.extract;
  }

  edited(): void {
    this.examineSoon();
  }

  /** Checks the extract once nothing has changed for a while. */
  examineSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.examine(), PAUSE);
  }

  dispose(): void {
    this.#round++;
    clearTimeout(this.#pause);
  }

  /**
   * Reads the extract in the worker: columns, profile, and the effects of its values on the rules.
   * @param most maximum number of records to check
   */
  async examine(most = this.#parts.limit()): Promise<void> {
    const round = ++this.#round;
    try {
      const extract = await this.#parts.choice.of(this.#document);
      if (round !== this.#round) return;
      if (extract === undefined) {
        this.#set({ kind: 'none' }, {});
        return;
      }
      if (this.extract?.toString() !== extract.toString()) this.#set({ kind: 'reading', extract }, {});
      await this.#read(extract, round, most);
    } catch (error) {
      if (round !== this.#round) return;
      // Without its extract the mapping is still checked; the preview also reports the file's error
      this.#parts.report(`The extract of ${plainText(fileName(this.#document.uri))} could not be checked.`, error);
      const extract = this.extract;
      this.#set(
        extract === undefined ? { kind: 'none' } : { kind: 'unreadable', extract, reason: 'The file cannot be read.' },
        {},
      );
    }
  }

  /** Shows the record that has been chosen since. */
  async showRecord(): Promise<void> {
    const { extract } = this;
    const known = this.#knowledge.extract;
    if (extract === undefined || known === undefined) return;
    const round = this.#round;
    const { conversions, records, report, limits } = this.#parts;
    const wanted = records.of(extract);
    let record;
    try {
      const bytes = await extractPlace(extract);
      const mapping = this.#document.getText();
      record = await conversions.ask('record', { bytes, mapping, limits: limits(), record: wanted });
    } catch (error) {
      // The shown record stays
      report(`A record of ${plainText(fileName(extract))} could not be read.`, error);
      return;
    }
    if (round !== this.#round || wanted !== records.of(extract)) return;
    const { record: _, ...rest } = known;
    this.#set(this.#look, { ...this.#knowledge, extract: record === undefined ? rest : { ...rest, record } });
  }

  async #read(extract: Uri, round: number, most: number): Promise<void> {
    const { conversions, records } = this.#parts;
    const wanted = records.of(extract);
    const examined = await conversions.ask('examine', {
      key: this.#document.uri.toString(),
      bytes: await extractPlace(extract),
      mapping: this.#document.getText(),
      moment: this.#moment,
      records: most,
      limits: this.#parts.limits(),
      record: wanted,
    });
    if (round !== this.#round || examined.kind === 'superseded') return;
    if (examined.kind === 'unreadable') {
      const [problem] = examined.problems;
      const encoding = problem?.encoding;
      const unreadable =
        encoding === undefined
          ? undefined
          : {
              name: fileName(extract),
              encoding,
              ...(problem?.orEncoding === undefined ? {} : { orEncoding: problem.orEncoding }),
              ...(problem?.line === undefined ? {} : { line: problem.line }),
            };
      this.#set(
        { kind: 'unreadable', extract, reason: problem?.message ?? 'The extract cannot be read.' },
        unreadable === undefined ? {} : { unreadable },
      );
      return;
    }
    const { profile, values, record, columns } = examined;
    const known: ExtractKnowledge = {
      name: fileName(extract),
      profile,
      values,
      moment: this.#moment,
      linkTo: (line, columns) => commandLink(commandIds.showCell, [line, columns, this.#document.uri.toString()]),
      ...(record === undefined ? {} : { record }),
    };
    this.#set(
      { kind: 'read', extract, records: values.records, isComplete: profile.isComplete },
      { columns, extract: known },
    );
    // Another record was chosen during the read
    if (wanted !== records.of(extract)) await this.showRecord();
  }

  #set(look: ExtractLook, knowledge: EditorKnowledge): void {
    this.#look = look;
    this.#knowledge = knowledge;
    this.#changed();
  }
}

/** A link that runs a command, for Markdown. */
function commandLink(command: string, args: readonly unknown[]): string {
  // Markdown ends a link at a bracket, which encodeURIComponent leaves alone
  const encoded = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${encoded}`;
}
