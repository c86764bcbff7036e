import type { ChildProcess } from 'node:child_process';
import type { Box, Run, RunOptions } from '../cli/box.ts';

/** A `sach review` that runs. */
export interface RunningReview {
  readonly address: string;
  readonly child: ChildProcess;
  /** What it left when it ended. */
  readonly ended: Promise<Run>;
}

/** Start `sach review` as users do, and wait for its address. */
export async function startReview(
  box: Box,
  args: readonly string[],
  options: Pick<RunOptions, 'env'> = {},
): Promise<RunningReview> {
  let told = '';
  let child: ChildProcess | undefined;
  let address = (_: string): void => {};
  const found = new Promise<string>((done) => {
    address = done;
  });
  const ended = box.sach(['review', ...args], {
    ...options,
    during: (started) => {
      child = started;
      started.stderr?.on('data', (text: string) => {
        told += text;
        const [seen] = /http:\/\/\S+\/(?=\s)/.exec(told) ?? [];
        if (seen !== undefined) address(seen);
      });
    },
  });
  const first = await Promise.race([found, ended]);
  if (typeof first !== 'string' || !child) throw new Error(`sach review did not start: ${told}`);
  return { address: first, child, ended };
}
