const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** A number of bytes in units of 1,024: `812 bytes`, `34.5 KB`. */
export function sizeWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
