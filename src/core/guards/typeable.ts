/** Whether a person who reads a name can type it: letters, digits and common signs, without invisible spaces. */
export function typeable(name: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(name.trim());
}
