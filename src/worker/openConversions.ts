import type { MappedRecord } from '../core/convert/compileMapping';
import type { PreviewDetail } from '../preview/previewState';
import type { RecordQuestion } from './conversion';
import { Conversion } from './conversion';
import { RENEWED_PACE } from './conversionReading';
import type { ConversionStatus, ShownInput } from './protocol';

/** The shown extracts, each under the key of its preview. */
export class OpenConversions {
  readonly #open = new Map<string, Conversion>();
  /** Conversions that have nothing to show yet; the open one of the same key answers until then. */
  readonly #coming = new Map<string, Conversion>();

  /**
   * Starts to read an extract in place of the one that is open under the key. If it cannot be used, the previous one stays open as long as
   * its file is unchanged, and the status says so.
   */
  async open(key: string, input: ShownInput): Promise<ConversionStatus | undefined> {
    this.#coming.get(key)?.giveUp();
    const conversion = new Conversion(input, this.#open.has(key) ? RENEWED_PACE : undefined);
    this.#coming.set(key, conversion);
    const status = await conversion.statusAfter(0).finally(() => {
      if (this.#coming.get(key) === conversion) this.#coming.delete(key);
    });
    // Another one was opened meanwhile, or all were closed
    if (status === undefined) return undefined;
    const before = this.#open.get(key);
    if (status.kind === 'problems' && before !== undefined && (await before.canGoOn())) {
      conversion.giveUp();
      return before === this.#open.get(key) ? { ...status, isKept: true } : undefined;
    }
    before?.giveUp();
    this.#open.set(key, conversion);
    return status;
  }

  get(key: string): Conversion | undefined {
    return this.#open.get(key);
  }

  /** The conversions of a key: the open one, and the one that is being opened. */
  all(key: string): readonly Conversion[] {
    return [this.#open.get(key), this.#coming.get(key)].filter((conversion) => conversion !== undefined);
  }

  /** Resolves once everything that is being opened is shown, and no question about the shown extract is open. */
  async shown(): Promise<void> {
    while (this.#coming.size > 0) {
      const coming = [...this.#coming.values()];
      await Promise.allSettled(coming.map((conversion) => conversion.statusAfter(0)));
    }
    for (const conversion of this.#open.values()) await conversion.answered();
  }

  /** Everything about a record; if the extract is opened again meanwhile, from the new conversion. */
  async detail(key: string, record: number): Promise<PreviewDetail | undefined> {
    for (;;) {
      const conversion = this.get(key);
      const detail = await conversion?.detail(record);
      if (conversion === this.get(key)) return detail;
    }
  }

  /** A record that one of them already has. */
  async recordOf(question: RecordQuestion): Promise<MappedRecord | undefined> {
    for (const conversion of this.#open.values()) {
      const known = await conversion.recordOf(question);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Closes what is open under a key, and stops reading it. */
  drop(key: string): void {
    for (const conversion of this.all(key)) conversion.giveUp();
    this.#open.delete(key);
    this.#coming.delete(key);
  }
}
