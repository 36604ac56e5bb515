import type { MappedRecord } from '../core/convert/compileMapping';
import type { PreviewDetail } from '../preview/previewState';
import type { RecordQuestion } from './conversion';
import { Conversion } from './conversion';
import type { ConversionStatus, ShownInput } from './protocol';

/** Extracts that are shown, each under the key of the preview that shows it. */
export class OpenConversions {
  readonly #open = new Map<string, Conversion>();

  /** Begins to read an extract in the place of the one that was open under the key. */
  open(key: string, input: ShownInput): Promise<ConversionStatus | undefined> {
    this.drop(key);
    const conversion = new Conversion(input);
    this.#open.set(key, conversion);
    return conversion.statusAfter(0);
  }

  get(key: string): Conversion | undefined {
    return this.#open.get(key);
  }

  /** Everything about a record; when the extract is opened again meanwhile, as it is then. */
  async detail(key: string, record: number): Promise<PreviewDetail | undefined> {
    for (;;) {
      const conversion = this.get(key);
      const detail = await conversion?.detail(record);
      if (conversion === this.get(key)) return detail;
    }
  }

  /** A record that one of them knows already. */
  async recordOf(question: RecordQuestion): Promise<MappedRecord | undefined> {
    for (const conversion of this.#open.values()) {
      const known = await conversion.recordOf(question);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Lets go of what is open under a key, and stops reading it. */
  drop(key: string): void {
    this.#open.get(key)?.giveUp();
    this.#open.delete(key);
  }
}
