import { readTree } from './readJsonText';

/** Whether a value is a string that contains an object or a list as JSON, and so was encoded twice. */
export function isEncodedJson(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return false;
  const root = readTree(value.trim());
  return root?.type === 'object' || root?.type === 'array';
}
