/** Colours of a terminal, or none. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly mark: (text: string) => string;
}

const codes: Readonly<Record<keyof Paint, readonly [on: number, off: number]>> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  mark: [7, 27],
};

export function paint(color: boolean): Paint {
  const painter = ([on, off]: readonly [number, number]) =>
    color ? (text: string) => `\x1b[${on}m${text}\x1b[${off}m` : (text: string) => text;
  return {
    error: painter(codes.error),
    warning: painter(codes.warning),
    info: painter(codes.info),
    strong: painter(codes.strong),
    faint: painter(codes.faint),
    good: painter(codes.good),
    mark: painter(codes.mark),
  };
}

/** NO_COLOR, then FORCE_COLOR, then the terminal. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return isTerminal;
}
