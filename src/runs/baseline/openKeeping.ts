import { dirname } from 'node:path';
import type { Comparison } from '../../core/baseline/comparison';
import type { BaselinePeople } from '../../core/baseline/comparisonBuilder';
import { digestColumns } from '../../core/baseline/digestRows';
import type { Known } from '../../core/guards/guardFacts';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { NOTHING_SENT, unkept } from '../../files/fileError';
import { systemFiles } from '../../files/fileLayer';
import { openBaseline } from './openBaseline';
import { RowFileWriter } from './rowFile';

/** What a plan is compared with and writes down while it is made; all paths are of this machine. */
export interface KeepingOptions {
  /** 32 bytes; the key of all keyed hashes. */
  readonly key: Uint8Array;
  /** What the job was last sent; the file may not exist. */
  readonly baseline: string;
  /** Where the digests of the operations are written. */
  readonly digests: string;
  /** No digests are written: the plan is not going to be sent. */
  readonly isPrediction?: true;
}

/** What planning takes of it. */
interface PlanningEnds {
  readonly baseline?: BaselinePeople;
  /** Before the first of them. */
  readonly beginDigests: (attributes: readonly string[]) => Promise<void>;
  readonly keepDigests: (rows: Uint32Array) => Promise<void>;
}

/** The baseline and the digests of a plan that is about to be made. */
interface Keeping {
  /** Has a plan made; then its digests are on the disk and both files are closed. Rejects with `FileError`. */
  during<T>(plan: (ends: PlanningEnds) => Promise<T>): Promise<T>;
  /** What came of the comparison, or why there is none. */
  comparison(planned: { readonly comparison?: Comparison }): Known<Comparison | undefined>;
}

/** The attributes that a mapping's operations have hashes of. */
export function attributesOfMapping({ model }: LoadedMapping): readonly string[] {
  return digestColumns(model.rules.map(({ path }) => path)).attributes;
}

/** Opens what a plan is compared with, and what it writes down. Rejects with `FileError`. */
export async function openKeeping({ key, baseline, digests, isPrediction }: KeepingOptions): Promise<Keeping> {
  const last = await openBaseline(baseline, key);
  const people = 'known' in last ? last.known : undefined;
  return {
    during: async (plan) => {
      let writer: RowFileWriter | undefined;
      try {
        const made = await plan({
          ...(people === undefined ? {} : { baseline: people }),
          beginDigests: async (attributes) => {
            if (isPrediction === true) return;
            writer = await RowFileWriter.create(systemFiles, digests, { attributes }, (error) =>
              // In the folder of a run that has no name yet
              unkept('The plan', dirname(dirname(digests)), error, NOTHING_SENT),
            );
          },
          keepDigests: async (rows) => {
            await writer?.write(rows);
          },
        });
        await writer?.finish();
        return made;
      } finally {
        await writer?.close();
        await people?.close();
      }
    },
    comparison: (planned) => ('unknown' in last ? last : { known: planned.comparison }),
  };
}
