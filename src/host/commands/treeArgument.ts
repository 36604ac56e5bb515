import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { RunElement } from '../../views/runTree';
import type { SandboxElement } from '../../views/sandboxTree';

/** The row of the results tree that a command was called on. */
export function rowOf(args: readonly unknown[]): RunElement | undefined {
  return isRow(args[0]) ? (args[0] as RunElement) : undefined;
}

/** The change that a command was called on in the tree of the sandbox tenant. */
export function loggedRowOf(args: readonly unknown[]): Extract<SandboxElement, { kind: 'logged' }> | undefined {
  const [row] = args;
  return isRow(row) && row.kind === 'logged' && 'change' in row
    ? (row as Extract<SandboxElement, { kind: 'logged' }>)
    : undefined;
}

/** The flavour of the job or the directory that a command was called on in the tree of the sandbox tenant. */
export function flavourOfRow([row]: readonly unknown[]): JobFlavour | undefined {
  if (!isRow(row)) return undefined;
  const { flavour } = row as Partial<Extract<SandboxElement, { kind: 'users' }>>;
  const { job } = row as Partial<Extract<SandboxElement, { kind: 'job' }>>;
  return flavour ?? job?.flavour;
}

/** The same; Entra ID when it was called on neither. */
export function flavourOfArgument(args: readonly unknown[]): JobFlavour {
  return flavourOfRow(args) ?? 'API2AAD';
}

function isRow(row: unknown): row is { readonly kind: unknown; readonly id: unknown } {
  return typeof row === 'object' && row !== null && 'kind' in row && 'id' in row;
}
