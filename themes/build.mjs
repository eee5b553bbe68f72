// node build.mjs <Theme>…: Assets/*.css and Assets/*.js become <Theme>/wwwroot/*, bundled and minified. Other files of
// Assets/ keep their path, and Assets/copy.json names the files taken out of npm packages.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, closeSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');

await alone(join(here, '.build.lock'), async () => {
  installPackages();
  const esbuild = await import('esbuild');
  for (const theme of process.argv.slice(2)) {
    build(esbuild, join(here, theme));
  }
});

// Both themes build at the same time, and so may two runs of the compiler in one folder: the second waits for the first.
async function alone(lock, work) {
  const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - made > 180_000) rmSync(lock, { force: true });   // its owner was killed
      await wait(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function installPackages() {
  const stamp = join(modules, '.lock-hash');
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('npm ci failed in ' + here);
  writeFileSync(stamp, wanted);
}

function build(esbuild, theme) {
  const assets = join(theme, 'Assets'), output = join(theme, 'wwwroot');
  const files = readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter(f => f.isFile()).map(f => relative(assets, join(f.parentPath, f.name)).replaceAll('\\', '/'));
  const isSource = f => ['.css', '.js'].includes(extname(f));
  const made = new Map();

  const result = esbuild.buildSync({
    entryPoints: files.filter(f => isSource(f) && !f.includes('/')).map(f => join(assets, f)),
    outdir: output, bundle: true, minify: true, write: false, format: 'iife', charset: 'utf8', legalComments: 'none',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'], external: ['*.woff2', '*.svg', '*.webp', '*.png'], logLevel: 'warning',
  });
  result.outputFiles.forEach(f => made.set(relative(output, f.path).replaceAll('\\', '/'), f.contents));
  files.filter(f => !isSource(f) && f !== 'copy.json').forEach(f => made.set(f, readFileSync(join(assets, f))));
  if (files.includes('copy.json')) {
    Object.entries(JSON.parse(readFileSync(join(assets, 'copy.json'), 'utf8')))
      .forEach(([to, from]) => made.set(to, readFileSync(join(modules, from))));
  }

  // A file that did not change keeps its time, one that is no longer made goes.
  mkdirSync(output, { recursive: true });
  for (const [name, bytes] of made) {
    const path = join(output, name);
    if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path + '.part', bytes);
    renameSync(path + '.part', path);
  }
  for (const old of readdirSync(output, { recursive: true, withFileTypes: true }).filter(f => f.isFile())) {
    const path = join(old.parentPath, old.name);
    if (!made.has(relative(output, path).replaceAll('\\', '/'))) rmSync(path);
  }
}
