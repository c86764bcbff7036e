import { createInterface, emitKeypressEvents, type Key } from 'node:readline';
import { say } from '../messages/index.ts';
import type { Terminal } from './terminal.ts';

export type Answer =
  | { readonly kind: 'yes' | 'no' | 'all' | 'never' | 'quit' }
  | { readonly kind: 'edit'; readonly text: string };

export interface Keyboard {
  ask(shown: string): Promise<Answer>;
  close(): void;
}

const answers: Readonly<Record<string, 'yes' | 'no' | 'all' | 'never' | 'quit' | 'edit'>> = {
  y: 'yes',
  // “có” and “không”: the keys that a Vietnamese reader tries first.
  c: 'yes',
  return: 'yes',
  n: 'no',
  k: 'no',
  space: 'no',
  a: 'all',
  w: 'never',
  e: 'edit',
  q: 'quit',
  escape: 'quit',
};

/** Read answers key by key. Ctrl-C ends the program as it would anywhere. */
export function openKeyboard(terminal: Terminal): Keyboard {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  return {
    async ask(shown) {
      terminal.tell(`${shown}${terminal.paint.strong(say(terminal.lang, 'fix/ask'))} `);
      for (;;) {
        const key = await nextKey();
        const kind = answers[key];
        if (kind === undefined) continue;
        terminal.tell(`${say(terminal.lang, `fix/answer-${kind}`)}\n`);
        if (kind !== 'edit') return { kind };
        const text = await readLine(terminal);
        return text === '' ? { kind: 'no' } : { kind, text };
      }
    },
    close: () => {
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

function nextKey(): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((done) => {
    stdin.once('keypress', (text: string | undefined, key: Key) => {
      if (key.ctrl && key.name === 'c') {
        stdin.setRawMode(false);
        process.kill(process.pid, 'SIGINT');
        return;
      }
      done(key.name ?? text ?? '');
    });
  });
}

function readLine({ lang }: Terminal): Promise<string> {
  process.stdin.setRawMode(false);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((done) => {
    lines.question(`${say(lang, 'fix/edit')} `, (text) => {
      lines.close();
      done(text.normalize('NFC'));
    });
  });
}
