import type { PlanMoment } from '../core/convert/planMoment';
import type { SizeLimits } from '../core/csv/extractEvent';
import { anchorFindings } from '../core/examine/anchorFindings';
import { isSaidOfRecords } from '../core/examine/saidOfRecords';
import { reviewMapping } from '../core/examine/reviewMapping';
import { valueProblemKinds } from '../core/examine/checks/table';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { ValueFindings } from '../core/examine/valueFinding';
import type { ProblemLevels } from '../core/problems/problemLevels';
import type { Problem } from '../core/problems/problem';
import type { Examination } from './examineExtract';
import { examineExtract } from './examineExtract';

/** Number of records to check while an extract is converted: checking values takes several times as long as converting them. */
const MAX_EXAMINED = 50_000;

interface ExaminedOptions {
  readonly moment?: PlanMoment;
  readonly limits?: Partial<SizeLimits>;
  /** Levels by code, as the user wants them. */
  readonly levels?: ProblemLevels;
  /** Called now and then; the check stops when it returns true. */
  readonly isCancelled?: () => boolean;
}

/** Bytes that are read for another purpose and checked at the same time. */
interface ExaminedBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /**
   * The effects of the values on the rules of the mapping, once the bytes are read: the warnings and errors of `check` with an extract,
   * except for those that a conversion reports record by record. Empty for an extract that cannot be read.
   */
  readonly problems: () => Promise<readonly Problem[]>;
  /** All findings, before levels and limits apply. */
  readonly findings: () => Promise<ValueFindings>;
}

/** Checks an extract while another reader reads it, so that it is read once: it may be a pipe. */
export function examinedBytes(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ExaminedOptions,
): ExaminedBytes {
  const channel = new Channel();
  const looking = examineExtract(channel.blocks(), loaded, { ...options, records: MAX_EXAMINED }).finally(() => {
    channel.close();
  });
  // The reader of the bytes gets their error; here it may be requested later, or never
  looking.catch(() => undefined);
  return {
    bytes: passedOn(bytes, channel),
    problems: async () => problemsOf(loaded, await looking, options.levels),
    findings: async () => (await looking).findings,
  };
}

/** The effects of the values on the rules, and all findings. */
interface ExaminedValues {
  readonly problems: readonly Problem[];
  readonly findings: ValueFindings;
}

/** The same for bytes that are only read to be checked. */
export async function examinedValues(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: ExaminedOptions,
): Promise<ExaminedValues> {
  const examination = await examineExtract(bytes, loaded, { ...options, records: MAX_EXAMINED });
  return { problems: problemsOf(loaded, examination, options.levels), findings: examination.findings };
}

const VALUE_CODES = new Set<string>(valueProblemKinds.map(({ code }) => code));

function problemsOf(
  loaded: LoadedMapping,
  { findings, fatal }: Examination,
  levels: ProblemLevels = {},
): readonly Problem[] {
  if (fatal.length > 0) return [];
  const values = anchorFindings(loaded, findings.findings);
  return reviewMapping(loaded, { values, levels }).filter(
    ({ code, severity }) => severity !== 'information' && VALUE_CODES.has(code) && !isSaidOfRecords(code),
  );
}

async function* passedOn(
  bytes: AsyncIterable<Uint8Array>,
  channel: Channel,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const block of bytes) {
      await channel.put(block);
      yield block;
    }
  } finally {
    channel.end();
  }
}

/** Hands blocks from one reader to another, one at a time: neither gets further ahead. */
class Channel {
  #block: Uint8Array | undefined;
  #isEnded = false;
  #isClosed = false;
  #wake: () => void = () => undefined;

  /** Waits until the previous block is taken, or the reader has stopped. */
  async put(block: Uint8Array): Promise<void> {
    while (this.#block !== undefined && !this.#isClosed) await this.#changed();
    if (this.#isClosed) return;
    this.#block = block;
    this.#wake();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#block = undefined;
    this.#wake();
  }

  async *blocks(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const block = this.#block;
      if (block !== undefined) {
        this.#block = undefined;
        this.#wake();
        yield block;
      } else if (this.#isEnded) return;
      else await this.#changed();
    }
  }

  /** Only one side waits at a time: the writer for room, or the reader for a block. */
  #changed(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
