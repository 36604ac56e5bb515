import { formatCount } from './formatCount';

/** A count with its noun: `1 record`, `12,345 records`, `1 entry`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
