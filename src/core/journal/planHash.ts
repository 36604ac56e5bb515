import type { Target } from '../run/target';
import type { HashedParts, PlanSource, SelectionReason } from './planFile';

/** SHA-256 of a text in UTF-8, in hexadecimal digits. Handed in: the core computes none. */
export type TextHash = (text: string) => string;

/**
 * The hash that a confirmation names. Nothing goes in that differs between two calls a minute apart: of the source its bytes alone, of
 * the target no sandbox's instance. Where its bodies depend on the moment, they differ by themselves.
 */
export function planHash(parts: HashedParts, hash: TextHash): string {
  const { converter, source, mapping, target, selection, pilot, batches } = parts;
  return hash(
    JSON.stringify([
      converter,
      sourceParts(source),
      mapping?.sha256 ?? null,
      targetParts(target),
      selectionParts(selection),
      pilot,
      batches.map(({ number, operations, hash: body, first, last }) => [number, operations, body, first, last]),
    ]),
  );
}

function sourceParts({ kind, sha256, size }: PlanSource): readonly unknown[] {
  return [kind, sha256, size];
}

function targetParts(target: Target): readonly unknown[] {
  const { kind, cloud = null, graph = null, tenantId, servicePrincipalId, jobId } = target;
  return [kind, cloud, graph, tenantId, servicePrincipalId, jobId];
}

function selectionParts(selection: SelectionReason): readonly unknown[] {
  return 'run' in selection ? [selection.kind, selection.run] : [selection.kind];
}
