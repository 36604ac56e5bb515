/** The first elements of a grown array. Keeps the array in memory if a copy would take more. */
export function cutTo<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, length: number): Numbers {
  const isNearlyFull = length * 4 >= numbers.length * 3;
  return (isNearlyFull ? numbers.subarray(0, length) : numbers.slice(0, length)) as Numbers;
}
