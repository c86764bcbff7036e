import { createInterface, emitKeypressEvents, type Key } from 'node:readline';
import { say } from '../messages/index.ts';
import { typedDecision } from '../review/decision.ts';
import { type Decision, decisionKeys } from '../review/decision-keys.ts';
import type { Terminal } from './terminal.ts';

export type Answer = Decision | { readonly kind: 'quit' };

export interface Question {
  readonly isWord: boolean;
  /** What would be written: where an edit begins. */
  readonly proposed: string;
}

export interface Keyboard {
  ask(shown: string, question: Question): Promise<Answer>;
  close(): void;
}

const answers: Readonly<Record<string, Answer['kind']>> = {
  ...decisionKeys,
  return: 'yes',
  space: 'no',
  q: 'quit',
  escape: 'quit',
};

/** Read answers key by key. Ctrl-D ends the answers, as `q` does; Ctrl-C ends the program as it would anywhere. */
export function openKeyboard(terminal: Terminal): Keyboard {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  return {
    async ask(shown, { isWord, proposed }) {
      terminal.tell(`${shown}${terminal.paint.strong(say(terminal.lang, isWord ? 'fix/ask-word' : 'fix/ask'))} › `);
      for (;;) {
        const key = await nextKey(terminal);
        const kind = answers[key];
        if (kind === undefined || (kind === 'never' && !isWord)) continue;
        terminal.tell(`${say(terminal.lang, `fix/answer-${kind}`)}\n`);
        if (kind !== 'edit') return { kind };
        return typedDecision(await readLine(proposed, terminal));
      }
    },
    close: () => {
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

function nextKey({ lang, tell }: Terminal): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((done) => {
    stdin.once('keypress', (text: string | undefined, key: Key) => {
      if (key.ctrl && key.name === 'c') {
        tell(`\n${say(lang, 'fix/interrupted')}\n`);
        stdin.setRawMode(false);
        process.kill(process.pid, 'SIGINT');
        return;
      }
      done(key.ctrl && key.name === 'd' ? 'q' : (key.name ?? text ?? ''));
    });
  });
}

/** Ask for a line, with a text in it to begin from. */
function readLine(text: string, { lang }: Terminal): Promise<string> {
  process.stdin.setRawMode(false);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((done) => {
    lines.question(`${say(lang, 'fix/edit')} `, (typed) => {
      lines.close();
      done(typed);
    });
    lines.write(text);
  });
}
