import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { OfPerson, RunElement } from '../../views/runElement';
import type { SandboxElement } from '../../views/sandboxTree';
import { isShownRow } from '../views/shownRows';

/** The row of the results tree in a command's argument. */
export function rowOf([row]: readonly unknown[]): RunElement | undefined {
  return isShownRow(row) && 'run' in row ? (row as RunElement) : undefined;
}

/** The person of a row of the results tree, and their run; `undefined` for rows without a person. */
export function personOf(args: readonly unknown[]): OfPerson | undefined {
  const row = rowOf(args);
  if (row === undefined || !('person' in row)) return undefined;
  return { run: row.run, person: row.person };
}

/** The change in a command's argument, from the tree of the sandbox tenant. */
export function loggedRowOf([row]: readonly unknown[]): Extract<SandboxElement, { kind: 'logged' }> | undefined {
  return isShownRow(row) && 'change' in row && 'isOfUser' in row
    ? (row as Extract<SandboxElement, { kind: 'logged' }>)
    : undefined;
}

/** The flavour of the job or the directory in a command's argument, from the tree of the sandbox tenant. */
export function flavourOfRow([row]: readonly unknown[]): JobFlavour | undefined {
  if (!isShownRow(row)) return undefined;
  const { flavour } = row as Partial<Extract<SandboxElement, { kind: 'users' }>>;
  const { job } = row as Partial<Extract<SandboxElement, { kind: 'job' }>>;
  return flavour ?? job?.flavour;
}

/** The same; Entra ID by default. */
export function flavourOfArgument(args: readonly unknown[]): JobFlavour {
  return flavourOfRow(args) ?? 'API2AAD';
}
