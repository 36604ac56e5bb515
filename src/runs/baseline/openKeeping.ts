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

/** The files that planning reads and writes; all paths are of this machine. */
export interface KeepingOptions {
  /** 32 bytes: the key for all keyed hashes. */
  readonly key: Uint8Array;
  /** The path of the job's baseline, which may not exist. */
  readonly baseline: string;
  /** The path to which the digests of the operations are written. */
  readonly digests: string;
  /** No digests are written, because the plan will not be sent. */
  readonly isPrediction?: true;
}

/** The part that planning uses. */
interface PlanningEnds {
  readonly baseline?: BaselinePeople;
  /** Called before the first `keepDigests`. */
  readonly beginDigests: (attributes: readonly string[]) => Promise<void>;
  readonly keepDigests: (rows: Uint32Array) => Promise<void>;
}

/** The baseline and the digests for a plan in the making. */
interface Keeping {
  /** Runs the planning. Afterwards the digests are on disk and both files are closed. Rejects with `FileError`. */
  during<T>(plan: (ends: PlanningEnds) => Promise<T>): Promise<T>;
  /** The comparison, or why there is none. */
  comparison(planned: { readonly comparison?: Comparison }): Known<Comparison | undefined>;
}

/** The attributes for which the operations of a mapping have hashes. */
export function attributesOfMapping({ model }: LoadedMapping): readonly string[] {
  return digestColumns(model.rules.map(({ path }) => path)).attributes;
}

/** Opens the baseline to compare a plan with, and the digests that the plan writes. Rejects with `FileError`. */
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
              // The digests are in the folder of a reserved run, so the message names the folder above it
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
