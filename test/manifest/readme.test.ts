// The README and docs/commands.md tell every command, setting, key, rule, label and script that there is, and no
// file that is not.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const commandsPage = read('docs/commands.md');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const chinese: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));
const keyOf = (placeholder: string) => placeholder.slice(1, -1);

/** The cells of a page's first table whose head begins so. */
function table(head: string, page = readme): string[][] {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} `));
  assert.notEqual(from, -1, `a table that begins with “${head}”`);
  const length = lines.slice(from).findIndex((line) => !line.startsWith('|'));
  return lines.slice(from + 2, from + length).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

test('the first three lines say what it is for', () => {
  const opening = readme.split('\n').filter(Boolean).slice(0, 3).join(' ');
  assert.match(opening, /校注 Jiaozhu/);
  assert.match(opening, /Clean, understand and annotate Chinese diplomatic documents in VS Code/);
});

test('every command stands in the table by its English and its Chinese title, and no other', () => {
  const titles = contributes.commands.map(
    ({ title }: { title: string }) => `${english[keyOf(title)]} · ${chinese[keyOf(title)]}`,
  );
  const told = table('command', commandsPage).map(([title, chineseTitle]) => `${title} · ${chineseTitle}`);
  assert.deepEqual(told.sort(), [...new Set<string>(titles)].sort());
});

test('the README shows some of them as they stand there', () => {
  const rows = table('command', commandsPage).map((row) => row.join(' | '));
  const shown = table('command').map((row) => row.join(' | '));
  assert.deepEqual(
    shown.filter((row) => !rows.includes(row)),
    [],
  );
});

/** As a person would write it: `ctrl+alt+k` is Ctrl+Alt+K. */
function keyName(key: string): string {
  return key.replace(/\w+/g, (part) => part[0]!.toUpperCase() + part.slice(1));
}

test('every key stands in the row of its command', () => {
  const rows = new Map(table('command', commandsPage).map(([title, , keys]) => [title!, keys!]));
  for (const { key, mac, command, args } of contributes.keybindings) {
    // VS Code's own, told below the table.
    if (command.startsWith('editor.action.')) continue;
    // Another way to a command that has the key as well.
    if (command === 'runCommands') continue;
    const { title } = contributes.commands.find((each: { command: string }) => each.command === command);
    const keys = rows.get(english[keyOf(title)]!) ?? '';
    // The digits between the first and the last are told by dots.
    if (/^[A-Z]$/.test(args)) assert.match(keys, /`Shift\+A` … `Shift\+Z`/);
    else if (args >= 2 && args <= 8 && /^\d$/.test(key)) assert.match(keys, /`1` … `9`/);
    else if (args >= 2 && args <= 8) assert.match(keys, /`Ctrl\+Alt\+1` … `Ctrl\+Alt\+9`/);
    else assert.ok(keys.includes(`\`${keyName(key)}\``), `${keyName(key)} for ${command}: ${keys}`);
    if (mac) assert.ok(keys.includes(`Mac \`${keyName(mac)}\``), `${keyName(mac)} for ${command}: ${keys}`);
  }
});

test('every setting stands in the table with its default, and no other', () => {
  const settings = contributes.configuration.flatMap(
    ({ properties }: { properties: Record<string, { default: unknown }> }) =>
      Object.entries(properties).map(([name, { default: value }]) => [
        `\`${name}\``,
        value === '' ? '(empty)' : `\`${value}\``,
      ]),
  );
  // The rules have one row together, and their own table in docs/README.md.
  const [rules, others] = [true, false].map((of) =>
    settings.filter(([name]: string[]) => name!.startsWith('`jiaozhu.rules.') === of),
  );
  assert.ok(rules!.every(([, value]: string[]) => value === '`default`'));
  const told = table('setting').map(([name, value]) => [name, value]);
  assert.deepEqual(told.sort(), [...others!, ['`jiaozhu.rules.<rule>`', '`default`']].sort());
});

test('every built-in label is told with its digit', () => {
  for (const { name, key } of diplomaticScheme.labels) {
    assert.ok(readme.includes(`${name.en} ${key}`), `${name.en} ${key}`);
  }
});

test('every script that the README and CONTRIBUTING run is in package.json', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md']) {
    for (const [, script] of read(file).matchAll(/npm (?:run )?((?:start|test|build|check|bench)[\w:]*)/g)) {
      assert.ok(script! in manifest.scripts, `npm run ${script} in ${file}`);
    }
  }
  assert.match(readme, /^npm start /m);
  assert.match(readme, /^npm test /m);
});

/** The anchor of a heading, as GitHub and VS Code make it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

test('every link leads somewhere', () => {
  const pages = [
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'samples/README.md'],
    ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];
  for (const page of pages) {
    for (const [, target] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https:/.test(target!)) continue;
      const [path, fragment] = target!.split('#');
      const file = path === '' ? page : join(dirname(page), path!);
      assert.ok(existsSync(join(root, file)), `${target} in ${page}`);
      if (!fragment) continue;
      const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading!));
      assert.ok(anchors.includes(fragment), `${target} in ${page}: ${anchors.join(', ')}`);
    }
  }
});

test('every picture is shown, has words for those who do not see it, and is small', () => {
  const shown = [...readme.matchAll(/!\[([^\]]+)\]\((docs\/pictures\/[^)]+)\)/g)];
  const pictures = readdirSync(join(root, 'docs/pictures')).map((name) => `docs/pictures/${name}`);
  assert.deepEqual(shown.map(([, , path]) => path).sort(), pictures.sort());
  for (const path of pictures) assert.ok(statSync(join(root, path)).size < 200 * 1024, path);
});
