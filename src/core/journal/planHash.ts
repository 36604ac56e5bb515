import type { Target } from '../run/target';
import type { HashedParts, PlanSource, SelectionReason } from './planFile';

/** The SHA-256 of a text in UTF-8, in hexadecimal. Injected, because the core does not implement it. */
export type TextHash = (text: string) => string;

/**
 * The hash that a confirmation refers to. Excludes everything that differs between two calls a minute apart: only the
 * bytes of the source count, and the target's sandbox instance does not. If the bodies depend on the moment, their
 * hashes differ anyway.
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
