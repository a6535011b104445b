import { readFile } from 'node:fs/promises';

/** In characters. A shorter file is compiled with the program. */
const large = 50_000;

/**
 * Bundles a large JSON object as a text that is parsed when it is first looked into. As a literal in the program it
 * would be compiled at each start, which takes five times as long as parsing it, and before anyone needs it.
 * @type {import('esbuild').Plugin}
 */
export const largeJson = {
  name: 'large-json',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (text.length < large) return undefined;
      const value = JSON.parse(text);
      const getters = Object.keys(value).map((key) => {
        const name = JSON.stringify(key);
        return `get ${name}() { return (value ??= JSON.parse(text))[${name}]; }`;
      });
      const contents = `const text = ${JSON.stringify(JSON.stringify(value))};
let value;
export default { ${getters.join(', ')} };`;
      return { contents, loader: 'js' };
    });
  },
};
