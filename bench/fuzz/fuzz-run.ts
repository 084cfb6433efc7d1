import fc from 'fast-check';
import type { FuzzTarget } from './fuzz-target';

export interface FuzzResult {
  name: string;
  inputs: number;
  slowestMs: number;
  /** What did not hold, and the smallest input found for it. */
  failure: { why: string; input: unknown } | null;
}

/** How often at most: the time runs out before. */
const MOST_INPUTS = 10_000_000;

/**
 * Tries a target for a time or a number of inputs, whichever ends first.
 *
 * @param onInput called before each input, so that it is known when it never ends
 */
export async function fuzz(
  target: FuzzTarget,
  { seed, ms, inputs = MOST_INPUTS }: { seed: number; ms: number; inputs?: number },
  onInput: (input: unknown) => void = () => undefined,
): Promise<FuzzResult> {
  let [count, slowestMs] = [0, 0];
  const property = fc.asyncProperty(target.inputs, async (input) => {
    onInput(input);
    const before = process.cpuUsage();
    const start = performance.now();
    await target.check(input);
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    // What else runs on the machine does not count; waiting for another program does.
    const own = (user + system) / 1000;
    const tookMs = target.slowestMs > 30_000 ? wallMs : Math.min(wallMs, own);
    count++;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > target.slowestMs) throw new Error(`took ${Math.round(tookMs)} ms`);
  });
  const run = await fc.check(property, {
    seed,
    numRuns: inputs,
    interruptAfterTimeLimit: ms,
    markInterruptAsFailure: false,
  });
  const failure = run.failed
    ? {
        why: String(
          run.errorInstance instanceof Error ? run.errorInstance.stack : run.errorInstance,
        ),
        input: run.counterexample?.[0],
      }
    : null;
  return { name: target.name, inputs: count, slowestMs, failure };
}
