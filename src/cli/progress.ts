import { say } from '../messages/index.ts';
import type { Terminal } from './terminal.ts';

/** A line that lives on the terminal while pages are cleaned; nothing where stderr is no terminal. */
export interface Progress {
  step(): void;
  /** Tell something without the line in its way. */
  pause(tell: () => void): void;
  stop(): void;
}

const silent: Progress = { step: () => {}, pause: (tell) => tell(), stop: () => {} };

export async function startProgress(
  { isInteractive, verbosity, lang }: Terminal,
  several: boolean,
  counted: 'report/progress' | 'check/progress' = 'report/progress',
): Promise<Progress> {
  if (!several || !isInteractive || verbosity === 'quiet') return silent;
  const { default: ora } = await import('ora');
  let count = 0;
  const spinner = ora({ text: say(lang, counted, { count }), discardStdin: false }).start();
  return {
    step() {
      count += 1;
      spinner.text = say(lang, counted, { count });
    },
    pause(tell) {
      spinner.clear();
      tell();
    },
    stop: () => {
      spinner.stop();
    },
  };
}
