/**
 * How much longer something takes on a text of four times the size, in processor time: about 4 where it is linear, 16 where it is
 * quadratic. The least of three runs counts, so that a machine that is busy does not; the larger text is read again only where it
 * seems to take long, and what takes no time at all counts as linear.
 */
export async function growthOf<Input>(make: (size: number) => Input, run: (input: Input) => unknown, size: number) {
  await run(make(Math.min(size, 100)));
  const once = Math.max(await timeOf(make(size), run, 0), NEGLIGIBLE / 8);
  const fourTimes = await timeOf(make(size * 4), run, Math.max(NEGLIGIBLE, once * CLEARLY_LINEAR));
  return fourTimes < NEGLIGIBLE ? 1 : fourTimes / once;
}

/** Milliseconds in which a text of these sizes may be read, however it grows: garbage is collected now and then. */
const NEGLIGIBLE = 120;
const RUNS = 3;
/** So many times as long is nothing that another run has to confirm. */
const CLEARLY_LINEAR = 5.5;

/** The least of some runs; none follows one that took less than `enough`. */
async function timeOf<Input>(input: Input, run: (input: Input) => unknown, enough: number): Promise<number> {
  let least = Infinity;
  for (let done = 0; done < RUNS && least >= enough; done++) {
    const before = process.cpuUsage();
    await run(input);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    // What is slow once is not measured again: a quadratic reading must not take minutes
    if (least > 5000) return least;
  }
  return least;
}
