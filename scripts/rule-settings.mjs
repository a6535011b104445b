// Writes what package.json, both package.nls files and docs/README.md tell of the rules, from the rules themselves.
// A test compares them: run `node scripts/rule-settings.mjs` (Node 22.18 or newer) where it says that they differ.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rules } from '../server/src/rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const levels = ['default', 'off', 'hint', 'information', 'warning', 'error'];

/** @param {{ en: string | { many: string }, zh: string }} text @param {'en' | 'zh'} language */
function words({ en, zh }, language) {
  if (language === 'zh') return zh;
  return typeof en === 'string' ? en : en.many;
}

/** The settings of the rules as the manifest has them. */
function properties() {
  return Object.fromEntries(
    rules.map(({ id }, index) => [
      `jiaozhu.rules.${id}`,
      {
        type: 'string',
        enum: levels,
        enumDescriptions: levels.map((level) => `%level.${level}%`),
        default: 'default',
        scope: 'resource',
        order: index + 1,
        markdownDescription: `%rule.${id}%`,
      },
    ]),
  );
}

/** @param {Record<string, string>} bundle @param {'en' | 'zh'} language */
function strings(bundle, language) {
  const others = Object.entries(bundle).filter(([key]) => !key.startsWith('rule.'));
  return Object.fromEntries([
    ...others,
    ...rules.map(({ id, about }) => [`rule.${id}`, words(about, language)]),
  ]);
}

/** The table of the rules in docs/README.md, as the formatter leaves it alone. */
function table() {
  const rows = rules.map((rule) => [
    `[${rule.id}](rules/${rule.id}.md)`,
    `${words(rule.about, 'en')} ${rule.about.zh}`,
    rule.class,
  ]);
  return [['rule', 'what it finds', 'class'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The content of every file that tells of the rules, by its path. @returns {Promise<Record<string, string>>} */
export async function ruleSettings() {
  /** @param {string} path */
  const read = (path) => readFile(`${root}/${path}`, 'utf8');
  const manifest = JSON.parse(await read('package.json'));
  manifest.contributes.configuration[1].properties = properties();
  /** @param {unknown} value */
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const docs = await read('docs/README.md');
  return {
    'package.json': json(manifest),
    'package.nls.json': json(strings(JSON.parse(await read('package.nls.json')), 'en')),
    'package.nls.zh-cn.json': json(strings(JSON.parse(await read('package.nls.zh-cn.json')), 'zh')),
    'docs/README.md': docs.replace(
      /(<!-- rules -->\n)[\s\S]*?(\n<!-- end of rules -->)/,
      (_, before, after) => `${before}\n${table()}\n${after}`,
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of Object.entries(await ruleSettings()))
    await writeFile(`${root}/${path}`, content);
}
