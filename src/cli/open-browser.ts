import { spawn } from 'node:child_process';

/** What opens an address on each platform, and what tells that there is a screen to open it on. */
const openers: Partial<
  Record<NodeJS.Platform, { readonly command: readonly [string, ...string[]]; readonly screens?: readonly string[] }>
> = {
  darwin: { command: ['open'] },
  // The first argument in quotation marks is a title.
  win32: { command: ['cmd', '/c', 'start', '""'] },
  // Without a screen it may begin a browser in the terminal.
  linux: { command: ['xdg-open'], screens: ['DISPLAY', 'WAYLAND_DISPLAY'] },
};

/** Open an address in the browser of the user, where there is one: nobody waits for it, and nothing comes of a failure. */
export function openBrowser(address: string): void {
  const { command: [name, ...args] = [''], screens } = openers[process.platform] ?? {};
  if (name === '' || (screens && !screens.some((screen) => process.env[screen]))) return;
  spawn(name, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
