import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { ruleSettings } from '../../scripts/rule-settings.mjs';
import { rules } from '../../server/src/rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const sources = readdirSync(`${root}/client/src/vscode`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`client/src/vscode/${name}`));

const registered = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/register(?:Command)?\(\s*'(jiaozhu\.[^']+)'/g)].map((m) => m[1]!),
  ),
);
const declared: string[] = contributes.commands.map(({ command }: { command: string }) => command);

test('every command of the manifest is registered, and every registered one is in the manifest', () => {
  assert.deepEqual([...registered].sort(), [...declared].sort());
});

test('menus, keys and views name commands and views that are there', () => {
  const named = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
  // VS Code's own: it asks our server for what to select; and it runs several in one go.
  const borrowed = ['editor.action.smartSelect.expand', 'editor.action.smartSelect.shrink', 'runCommands'];
  for (const { command } of [...named, ...contributes.keybindings])
    assert.ok(declared.includes(command) || borrowed.includes(command), command);
  const views = contributes.views.jiaozhu.map(({ id }: { id: string }) => id);
  for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
  for (const { contents } of contributes.viewsWelcome) {
    for (const language of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const text: string = JSON.parse(read(language))[contents.slice(1, -1)];
      for (const [, link] of text.matchAll(/command:(jiaozhu[\w.]+)/g))
        assert.ok(declared.includes(link!), link);
    }
  }
});

test('a command that needs an argument is not in the palette', () => {
  const hidden = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
  for (const command of declared.filter((name) => /\.tags\.|WithKey|revealTag/.test(name))) {
    assert.ok(hidden.includes(command), command);
  }
});

test('every command has a category, every setting a scope, an order and a description', () => {
  for (const { category } of contributes.commands) assert.equal(category, '%category%');
  for (const { properties } of contributes.configuration) {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(properties)) {
      assert.match(name, /^jiaozhu\./);
      for (const member of ['scope', 'order', 'markdownDescription'])
        assert.ok(member in setting, `${name}.${member}`);
      const { enum: values, enumDescriptions } = setting as { enum?: string[]; enumDescriptions?: string[] };
      assert.equal(values?.length, enumDescriptions?.length, name);
    }
  }
});

test('manifest, bundles and docs tell of the rules as the rules tell of themselves', async () => {
  for (const [path, content] of Object.entries(await ruleSettings())) {
    // What the formatter does to a table is no difference.
    const plain = (text: string) => text.replace(/ +\|/g, ' |').replace(/\| -+/g, '| ---').trim();
    assert.equal(plain(read(path)), plain(content), `${path}: run node scripts/rule-settings.mjs`);
  }
});

test('each rule has a page, and words in both languages that name the same values', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
  for (const { id, name, about, done, words, variants } of rules) {
    assert.ok(existsSync(`${root}/docs/rules/${id}.md`), id);
    const texts = [words, ...Object.values(variants ?? {})].flatMap(({ message, fix }) =>
      fix ? [message, fix] : [message],
    );
    for (const { en, zh } of [name, about, done, ...texts]) {
      const english = typeof en === 'string' ? en : en.many;
      assert.ok(english.length > 0 && /[\u4e00-\u9fff]/.test(zh), `${id}: ${english}`);
      assert.deepEqual(holes(zh), holes(english), `${id}: ${english}`);
    }
  }
});

test('the extension starts by language and view alone', () => {
  for (const event of manifest.activationEvents) assert.match(event, /^onLanguage:/);
});

test('the extension is loaded as CommonJS, in a package of modules as well', () => {
  // VS Code takes every other ending for a module here, and its host in a browser cannot load those.
  for (const entry of [manifest.main, manifest.browser]) assert.match(entry, /^\.\/dist\/.*\.cjs$/);
});

test('every file that the manifest names is there, and is packaged', () => {
  const named: string[] = [
    manifest.icon,
    ...contributes.languages.flatMap((each: { configuration?: string; icon?: Record<string, string> }) => [
      ...(each.configuration ? [each.configuration] : []),
      ...Object.values(each.icon ?? {}),
    ]),
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.walkthroughs[0].steps.map(({ media }: { media: { svg: string } }) => media.svg),
  ];
  const packaged = read('.vscodeignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => new RegExp(`^${line.slice(1).replaceAll('**', '.+').replaceAll('*.', '[^/]+\\.')}$`));
  for (const path of named.map((name) => name.replace(/^\.\//, ''))) {
    assert.ok(existsSync(`${root}/${path}`), path);
    assert.ok(
      packaged.some((pattern) => pattern.test(path)),
      `${path} is not packaged`,
    );
  }
});

interface Keybinding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
  readonly when: string;
  readonly args?: unknown;
}
const keybindings: Keybinding[] = contributes.keybindings;
/** In tagging mode, in which nothing can be typed, keys are bound that otherwise are typed. */
const inMode = keybindings.filter(({ when }) => when.includes('jiaozhu.tagging && editorReadonly'));

test('keys work in a statement or in our own views alone', () => {
  for (const { command, when } of keybindings) {
    for (const condition of when.split(' || ')) {
      assert.match(
        condition,
        /editorLangId == (?:statement|concordance)|focusedView == 'jiaozhu\.\w+'/,
        command,
      );
    }
  }
});

test('no key of ours is a default of VS Code, nor begins one', () => {
  const defaults = JSON.parse(read('test/manifest/default-keys.json'));
  for (const platform of ['linux', 'mac', 'windows'] as const) {
    const taken = new Set<string>(
      defaults[platform].split(', ').flatMap((key: string) => [key, key.split(' ')[0]!]),
    );
    assert.ok(taken.size > 300, platform);
    for (const { key, mac, when, command } of keybindings) {
      // In a concordance nobody writes, so that Enter would do nothing.
      if (when.startsWith('editorLangId == concordance')) continue;
      // In our lists these keys have the meaning that they have in the explorer's list of files.
      if (/^focusedView == 'jiaozhu\.(?:tags|lostWords)'/.test(when)) continue;
      // While two tags are being linked, Escape ends it, as it ends whatever is under way.
      if (inMode.some((each) => each.key === key) || command === 'jiaozhu.cancelLink') continue;
      const pressed = platform === 'mac' ? (mac ?? key) : key;
      assert.ok(!taken.has(pressed), `${pressed} for ${command} is taken on ${platform}`);
    }
  }
});

test('there is a key for each label of the built-in scheme, in tagging mode and for a digit outside it too', () => {
  const keys = (bound: readonly Keybinding[]) =>
    bound.filter(({ command }) => command === 'jiaozhu.tagWithKey').map(({ args }) => String(args));
  const outside = keybindings.filter((each) => !inMode.includes(each));
  for (const { key = '' } of diplomaticScheme.labels) {
    assert.ok(keys(inMode).includes(key), key);
    if (/\d/.test(key)) assert.ok(keys(outside).includes(key), key);
  }
  assert.equal(new Set(keys(inMode)).size, 36);
});

test('in tagging mode a single key is enough, and each command of it has another key outside', () => {
  const outside = new Set(keybindings.filter((each) => !inMode.includes(each)).map(({ command }) => command));
  for (const { key, command } of inMode) {
    // VS Code's own key for saving saves nothing that is read-only.
    if (command === 'jiaozhu.saveText') continue;
    // Nor does its undo anything there; and a guideline is closed as anything is.
    if (command === 'jiaozhu.aboutUndo' || command === 'jiaozhu.closeGuideline') continue;
    assert.match(key, /^(.|shift\+[a-z]|shift\+enter|space|enter|backspace|delete)$/);
    if (command !== 'jiaozhu.aboutTaggingMode' && !command.startsWith('editor.action.')) {
      assert.ok(outside.has(command), command);
    }
  }
});

test('Escape never leaves tagging mode', () => {
  const leaving = keybindings.filter(({ command }) => command === 'jiaozhu.toggleTaggingMode');
  assert.deepEqual(
    leaving.map(({ key }) => key),
    ['ctrl+alt+t', 'i'],
  );
});

test('the key of tagging mode makes the text read-only before anything else', () => {
  const entering = keybindings.find(({ command }) => command === 'runCommands');
  assert.match(entering?.when ?? '', /!jiaozhu\.tagging/);
  assert.deepEqual(entering?.args, {
    commands: [
      'workbench.action.files.setActiveEditorReadonlyInSession',
      { command: 'jiaozhu.toggleTaggingMode', args: 'readOnly' },
    ],
  });
});

test('no two of our own keys are the same in one place', () => {
  const place = ({ when }: Keybinding) =>
    /&& jiaozhu\.linking\b/.test(when)
      ? 'linking'
      : when.includes('!jiaozhu.tagging')
        ? 'correcting'
        : when.split(' && ')[0];
  const keys = keybindings.map((each) => `${each.key} ${place(each)}`);
  assert.deepEqual(keys, [...new Set(keys)]);
  for (const { key, when } of inMode) if (key === 'escape') assert.match(when, /!jiaozhu\.linking/);
});

test('the ideographic space that indents a paragraph is not drawn as suspicious, other unseen characters are', () => {
  const defaults = contributes.configurationDefaults['[statement]'];
  assert.deepEqual(defaults['editor.unicodeHighlight.allowedCharacters'], { '\u3000': true });
  assert.ok(!('editor.unicodeHighlight.invisibleCharacters' in defaults));
});
