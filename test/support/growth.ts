/**
 * How much longer something takes on a text of four times the size, in processor time: about 4 where it is linear, 16 where it is
 * quadratic. The least of three runs counts, so that a machine that is busy does not; what takes no time at all counts as linear.
 */
export async function growthOf<Input>(make: (size: number) => Input, run: (input: Input) => unknown, size: number) {
  await run(make(Math.min(size, 100)));
  const [once, fourTimes] = [await timeOf(make(size), run), await timeOf(make(size * 4), run)];
  return fourTimes < NEGLIGIBLE ? 1 : fourTimes / Math.max(once, NEGLIGIBLE / 8);
}

/** Milliseconds in which a text of these sizes may be read, however it grows: garbage is collected now and then. */
const NEGLIGIBLE = 120;
const RUNS = 3;

async function timeOf<Input>(input: Input, run: (input: Input) => unknown): Promise<number> {
  let least = Infinity;
  for (let done = 0; done < RUNS; done++) {
    const before = process.cpuUsage();
    await run(input);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    // What is slow once is not measured again: a quadratic reading must not take minutes
    if (least > 5000) return least;
  }
  return least;
}
