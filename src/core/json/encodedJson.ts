import { readTree } from './readJsonText';

/** Whether a value is a text that holds an object or a list as JSON: it was encoded once too often. */
export function isEncodedJson(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return false;
  const root = readTree(value.trim());
  return root?.type === 'object' || root?.type === 'array';
}
