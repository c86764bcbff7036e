#!/usr/bin/env node
/**
 * Starts the command line. `clean` is one script, whose compiled code is kept between runs in the user's cache folder,
 * because compiling is a quarter of what a single page takes; what it loads late, and the other commands, are modules.
 * Only ever a shortcut: what is missing, damaged, of another version or cannot be written is compiled as ever. (Node 22
 * can keep compiled code itself, Node 20 cannot.) CommonJS, by the package.json beside this file: a module takes Node
 * longer to load. See docs/reliability.md.
 */
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, enableCompileCache } = require('node:module');
const { homedir } = require('node:os');
const { dirname, isAbsolute, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { getHeapCodeStatistics, setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const prefix = 'code-';
/** Code that was kept for so long without being written anew is mostly of a version that is gone. */
const maxAgeMs = 30 * 24 * 3_600_000;
/** A run that compiled more than this besides what was kept writes all of it anew; a run like the last compiles nothing. */
const minCompiledBytes = 24_000;
const digestBytes = 4;

/** Enough against damage, and there at once: Node's crypto takes a tenth of a cold start to load. */
function digestOf(bytes) {
  const digest = Buffer.alloc(digestBytes);
  digest.writeUInt32LE(crc32(bytes));
  return digest;
}

const compiledBytes = () => getHeapCodeStatistics().bytecode_and_metadata_size;

/** Where the compiled code of a script is kept, by the mark at its head and the Node that compiled it; none when switched off. */
function cacheFile(source) {
  // What switches off Node's own cache of compiled code switches off this one.
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
    const given = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
    const base = given && isAbsolute(given) ? given : homedir();
    // Code in a folder of somebody else's is not to be trusted: under sudo, the home may still be the user's.
    const owner = statSync(base, { throwIfNoEntry: false })?.uid;
    if (owner !== undefined && process.getuid && owner !== process.getuid()) return undefined;
    const name = `${prefix}${source.slice(2, 18)}-${process.version}-${process.arch}.bin`;
    return join(base, base === given ? 'sach' : '.cache/sach', name);
  } catch {
    return undefined;
  }
}

/** Compiled code stands behind its digest: Node takes damaged code for sound. */
function readCache(file) {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(digestBytes);
    return bytes.subarray(0, digestBytes).equals(digestOf(code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Write under a temporary name, then rename: whoever reads meanwhile reads a whole file. */
function writeCache(file, code) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file));
    removeOld(dirname(file));
    writeFileSync(temporary, Buffer.concat([digestOf(code), code]));
    renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

function remove(path) {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing of ours is there.
  }
}

/** Make a folder and the two it may stand in. Not by `recursive`, which under /proc, the home of some services, never ends. */
function makeFolder(folder) {
  for (const one of [dirname(dirname(folder)), dirname(folder), folder])
    try {
      mkdirSync(one);
    } catch {
      // It is there, or cannot be made: writing tells.
    }
}

function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(prefix) && Date.now() - statSync(path).mtimeMs > maxAgeMs) remove(path);
  }
}

/** Load `sach clean`. Its code is kept at the end of the run, when what was needed has been compiled. */
function load() {
  const filename = join(__dirname, '../dist/clean.cjs');
  // Nothing but ASCII, which is read faster when it is not looked at as UTF-8.
  const source = readFileSync(filename, 'latin1');
  const file = cacheFile(source);
  const cachedData = file && readCache(file);
  const script = new Script(source, { filename, cachedData });
  const kept = cachedData && !script.cachedDataRejected ? compiledBytes() : 0;
  if (file)
    process.once('exit', () => {
      if (compiledBytes() - kept > minCompiledBytes) writeCache(file, script.createCachedData());
    });
  const loaded = { exports: {} };
  const url = pathToFileURL(filename).href;
  const importModule = (name) => import(name.startsWith('.') ? new URL(name, url).href : name);
  script.runInThisContext()(loaded, createRequire(filename), importModule, url);
  return loaded.exports;
}

// A pattern is compiled once, for the machine, and not first for an interpreter and at its second use again: compiling patterns
// is what a first page waits for most. A sixth of a run of `clean`. An engine that does not know the flag ignores it.
setFlagsFromString('--no-regexp-tier-up');
// A reader that went away is no error of ours; on stdout it is noticed by the write that fails.
process.stderr.on('error', () => {});
process.stdout.on('error', () => {});
const args = process.argv.slice(2);
if (args.length === 1 && args[0] === '--version')
  // Not worth loading anything for.
  process.stdout.write(`${JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version}\n`);
else if (args[0] === 'clean') load().main(args);
else {
  enableCompileCache?.();
  import('../dist/cli.js').then(({ main }) => main(args));
}
