import type { DamageWatch } from '../damage/damagedColumns';
import type { ByteRow } from './byteRow';
import { mayBeDamaged } from './cellDoubt';

/** Compiles `watch.add` for records of bytes: only cells that may be damaged are decoded. */
export function compileWatch(watch: DamageWatch): (row: ByteRow) => void {
  const places = Int32Array.from(watch.places);
  return (row) => {
    const { bytes, cut, number } = row;
    for (let watched = 0; watched < places.length; watched++) {
      const column = places[watched] ?? 0;
      const start = cut.starts[column] ?? 0;
      const end = cut.ends[column] ?? 0;
      if (start === end || !mayBeDamaged(bytes, start, end, cut.marks[column] ?? 0)) continue;
      watch.addCell(watched, row.text(column), { number, line: cut.rowLine });
    }
  };
}
