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

/** What a plan reads and writes while it is made; all paths are of this machine. */
export interface KeepingOptions {
  /** 32 bytes; the key of all keyed hashes. */
  readonly key: Uint8Array;
  /** The baseline of the job; the file may not exist. */
  readonly baseline: string;
  /** Where the digests of the operations are written. */
  readonly digests: string;
  /** No digests are written, because the plan will not be sent. */
  readonly isPrediction?: true;
}

/** The part that planning uses. */
interface PlanningEnds {
  readonly baseline?: BaselinePeople;
  /** Called before the first of them. */
  readonly beginDigests: (attributes: readonly string[]) => Promise<void>;
  readonly keepDigests: (rows: Uint32Array) => Promise<void>;
}

/** The baseline and the digests of a plan that is about to be made. */
interface Keeping {
  /** Runs the planning; afterwards the digests are on disk and both files are closed. Rejects with `FileError`. */
  during<T>(plan: (ends: PlanningEnds) => Promise<T>): Promise<T>;
  /** The comparison, or why there is none. */
  comparison(planned: { readonly comparison?: Comparison }): Known<Comparison | undefined>;
}

/** The attributes that the operations of a mapping have hashes for. */
export function attributesOfMapping({ model }: LoadedMapping): readonly string[] {
  return digestColumns(model.rules.map(({ path }) => path)).attributes;
}

/** Opens the baseline that a plan is compared with, and the digests that it writes. Rejects with `FileError`. */
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
              // In the folder of a run that is not named yet
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
